/**
 * Civil dates of our own: year, month, day in the proleptic Gregorian calendar, no time, no zone, no JS Date. Excel
 * serials of both systems lead here and back.
 */

/** A day of the civil calendar. Immutable; months and days from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
