/** What a client has used. */
export type GitHubUsage = {
  /** Requests that were sent, repeated ones too. */
  readonly calls: number;
  /** Those of them that GitHub answered with "not modified": they cost none of the quota. */
  readonly cached: number;
  /** `cached` to reads, 0 to 1. */
  readonly hitRate: number;
  /** Requests by method and path template. */
  readonly byRoute: Readonly<Record<string, number>>;
  /** Calls left until the quota is renewed, as last heard; null before the first answer. */
  readonly remaining: number | null;
};

/** Counts what a client uses. */
export interface UsageMeter {
  count(route: string): void;
  countCached(): void;
  /** What is counted so far. */
  read(remaining: number | null): GitHubUsage;
}

/** A meter at zero. */
export function createUsageMeter(): UsageMeter {
  const byRoute = new Map<string, number>();
  let cached = 0;
  return {
    count(route) {
      byRoute.set(route, (byRoute.get(route) ?? 0) + 1);
    },
    countCached() {
      cached += 1;
    },
    read(remaining) {
      const routes = [...byRoute].sort(([one], [other]) => (one < other ? -1 : 1));
      const calls = routes.reduce((sum, [, count]) => sum + count, 0);
      const reads = routes.reduce((sum, [route, count]) => sum + (route.startsWith("GET ") ? count : 0), 0);
      const hitRate = reads === 0 ? 0 : cached / reads;
      return { calls, cached, hitRate, byRoute: Object.fromEntries(routes), remaining };
    },
  };
}
