import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describeError } from "../../domain/errors.ts";
import { unreadable } from "./unreadable.ts";

/** An element of an XML document. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The first 256 Ki characters of the text directly inside, CDATA included. */
  readonly text: string;
  readonly children: readonly XmlElement[];
};

/** Tests may print without end; of what they printed no more is kept, in UTF-16 units. */
const MAX_TEXT_LENGTH = 256 * 1024;
const ATTRIBUTES = ":@";
const TEXT = "#text";
const CDATA = "#cdata";

// Entities are left as they are and decoded here: what a document type declares must never be expanded.
const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  cdataPropName: CDATA,
} as const;

/** Reads one whole, well-formed XML document without a document type; anything else is unreadable. */
export function readXml(
  text: string,
): { readonly status: "read"; readonly root: XmlElement } | ReturnType<typeof unreadable> {
  if (text.trim() === "") return unreadable("the report is empty", text);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return unreadable("a document type is refused: it may hold entities", text);
  try {
    const fault = XMLValidator.validate(text);
    if (fault !== true) return unreadable(`not well-formed XML: ${fault.err.msg.slice(0, 200)}`, text);
    const [root, ...others] = readNodes(new XMLParser(options).parse(text)).children;
    if (root === undefined || others.length > 0) return unreadable("not one XML document", text);
    return { status: "read", root };
  } catch (error) {
    return unreadable(`not well-formed XML: ${describeError(error).slice(0, 200)}`, text);
  }
}

/** The library's ordered output: a list of objects, each with the element's name, its nodes and its attributes. */
function readNodes(nodes: unknown): Pick<XmlElement, "text" | "children"> {
  const children: XmlElement[] = [];
  let text = "";
  for (const node of Array.isArray(nodes) ? nodes.filter(isRecord) : []) {
    for (const [name, value] of Object.entries(node)) {
      if (name === ATTRIBUTES) continue;
      if (text.length > MAX_TEXT_LENGTH && (name === TEXT || name === CDATA)) continue;
      if (name === TEXT) text += decodeReferences(String(value).slice(0, MAX_TEXT_LENGTH));
      else if (name === CDATA) text += readCdata(value);
      else children.push({ name, attributes: readAttributes(node[ATTRIBUTES]), ...readNodes(value) });
    }
  }
  return { text, children };
}

function readCdata(nodes: unknown): string {
  if (!Array.isArray(nodes)) return "";
  return nodes
    .filter(isRecord)
    .map((node) => String(node[TEXT] ?? ""))
    .join("");
}

function readAttributes(attributes: unknown): Record<string, string> {
  if (!isRecord(attributes)) return {};
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, decodeReferences(String(value))]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The five references of XML itself and characters by number (https://www.w3.org/TR/xml/#sec-references). */
function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g,
    (whole, name, decimal, hex) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
