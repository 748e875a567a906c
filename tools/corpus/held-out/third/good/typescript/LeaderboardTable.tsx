import { useMemo } from 'react';

/** One player's line. */
export interface LeaderboardEntry {
  playerId: string;
  nickname: string;
  score: number;
}

/** Properties of the table. */
export interface LeaderboardTableProps {
  entries: readonly LeaderboardEntry[];
  highlightedPlayerId?: string;
  onSelect: (playerId: string) => void;
}

/** Shows players by falling score; equal scores share a rank. */
export function LeaderboardTable({ entries, highlightedPlayerId, onSelect }: LeaderboardTableProps) {
  const ranked = useMemo(() => {
    const sorted = [...entries].sort((a, b) => b.score - a.score);
    return sorted.map((entry) => ({
      ...entry,
      rank: sorted.findIndex((other) => other.score === entry.score) + 1,
    }));
  }, [entries]);

  if (ranked.length === 0) {
    return <p role="status">Nobody has played yet.</p>;
  }

  return (
    <table aria-label="Leaderboard">
      <thead>
        <tr>
          <th scope="col">Rank</th>
          <th scope="col">Player</th>
          <th scope="col">Score</th>
        </tr>
      </thead>
      <tbody>
        {ranked.map((entry) => (
          <tr key={entry.playerId} aria-current={entry.playerId === highlightedPlayerId}>
            <td>{entry.rank}</td>
            <td>
              <button type="button" onClick={() => onSelect(entry.playerId)}>
                {entry.nickname}
              </button>
            </td>
            <td>{entry.score.toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
