import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Club } from './club.entity';

/** What a member may do in the club. */
export enum MemberRole {
  Guest = 'guest',
  Player = 'player',
  Captain = 'captain',
}

/** A person's membership of one club. */
@Entity({ name: 'member' })
@Index(['club', 'email'], { unique: true })
export class Member {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column({ type: 'varchar', length: 254 })
  email!: string;

  @Column({ type: 'varchar', length: 80 })
  displayName!: string;

  @Column({ type: 'enum', enum: MemberRole, default: MemberRole.Guest })
  role!: MemberRole;

  @ManyToOne(() => Club, (club) => club.members, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'club_id' })
  club!: Club;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly joinedAt!: Date;
}
