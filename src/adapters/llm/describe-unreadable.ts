/** What stands where a reply should be, in a few words. Pure. */
export function describeUnreadable(body: unknown): string {
  if (body === undefined || body === null || body === "") return "an empty body";
  if (typeof body !== "string") return "JSON that is no reply of a model";
  if (/^\s*<(!doctype|html|head|body)/i.test(body)) {
    const title = /<title[^>]*>([^<]{1,120})/i.exec(body)?.[1]?.trim();
    return title === undefined ? "a web page" : `a web page (${title})`;
  }
  if (/^\s*(data|event|id):/.test(body)) return "a stream of events, which was not asked for";
  return "text that is no JSON";
}
