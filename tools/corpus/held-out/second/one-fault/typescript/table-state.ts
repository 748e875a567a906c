/** The direction in which a column is sorted. */
export type SortDirection = 'asc' | 'desc';

/** What the table component shows now. */
export type TableState = {
  page: number;
  sortBy: string | null;
  direction: SortDirection;
  rows: any[];
};

/** What can happen to the table. */
export type TableAction =
  | { type: 'page-chosen'; page: number }
  | { type: 'column-clicked'; column: string };

/** The next state of the table after an action. */
export function tableReducer(state: TableState, action: TableAction): TableState {
  switch (action.type) {
    case 'page-chosen':
      return { ...state, page: action.page };
    case 'column-clicked': {
      const flipped = state.sortBy === action.column && state.direction === 'asc';
      return { ...state, page: 1, sortBy: action.column, direction: flipped ? 'desc' : 'asc' };
    }
  }
}
