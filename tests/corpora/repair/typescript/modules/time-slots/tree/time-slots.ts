export type Slot = { readonly start: number; readonly end: number };
export type Booking = Slot & { readonly id: string; readonly room: string };

/** Minutes since midnight of "9:30" or "09:30". */
export function parseTime(text: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || hours > 24 || minutes > 59 || hours * 60 + minutes > 1440) throw new SyntaxError(`not a time: ${text}`);
  return hours * 60 + minutes;
}

export function formatTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export class Calendar {
  readonly opening: Slot;
  readonly #bookings: Booking[] = [];
  #count = 0;

  constructor(opening: Slot) {
    this.opening = opening;
  }

  /** Books a room; null where it is taken or closed. */
  book(room: string, start: number, end: number): Booking | null {
    if (end <= start || start < this.opening.start || end > this.opening.end) return null;
    const isTaken = this.#bookings.some((other) => other.room === room && other.start < end && start < other.end);
    if (isTaken) return null;
    this.#count += 1;
    const booking = { id: `b${this.#count}`, room, start, end };
    this.#bookings.push(booking);
    return booking;
  }

  cancel(id: string): boolean {
    const at = this.#bookings.findIndex((booking) => booking.id === id);
    if (at === -1) return false;
    this.#bookings.splice(at, 1);
    return true;
  }

  bookingsOf(room: string): readonly Booking[] {
    return this.#bookings.filter((booking) => booking.room === room).sort((a, b) => a.start - b.start);
  }

  /** What is free in a room, at least so long. */
  freeSlots(room: string, leastMinutes = 1): readonly Slot[] {
    const free: Slot[] = [];
    let start = this.opening.start;
    for (const booking of this.bookingsOf(room)) {
      if (booking.start - start >= leastMinutes) free.push({ start, end: booking.start });
      start = booking.end;
    }
    if (this.opening.end - start >= leastMinutes) free.push({ start, end: this.opening.end });
    return free;
  }

  /** The first time at which all rooms are free so long, on full steps; null where there is none. */
  findCommon(rooms: readonly string[], minutes: number, stepMinutes = 15): Slot | null {
    for (let start = this.opening.start; start + minutes <= this.opening.end; start += stepMinutes) {
      const end = start + minutes;
      const isFree = rooms.every((room) => this.freeSlots(room).some((slot) => slot.start <= start && end <= slot.end));
      if (isFree) return { start, end };
    }
    return null;
  }

  /** The share of the opening time for which a room is booked. */
  utilization(room: string): number {
    const booked = this.bookingsOf(room).reduce((sum, { start, end }) => sum + end - start, 0);
    return booked / (this.opening.end - this.opening.start);
  }

  /** Minutes for which most rooms are booked at once, as the first slot of them. */
  peak(): { readonly rooms: number; readonly slot: Slot } | null {
    const edges = [...new Set(this.#bookings.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
    let best: { readonly rooms: number; readonly slot: Slot } | null = null;
    for (let at = 0; at + 1 < edges.length; at += 1) {
      const [start, end] = [edges[at] as number, edges[at + 1] as number];
      const rooms = this.#bookings.filter((booking) => booking.start <= start && booking.end >= end).length;
      if (rooms > (best?.rooms ?? 0)) best = { rooms, slot: { start, end } };
    }
    return best;
  }
}
