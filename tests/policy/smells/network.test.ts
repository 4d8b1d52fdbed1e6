import { expect, it } from "vitest";
import { network } from "../../../src/policy/smells/network.ts";
import { expectJudgements } from "./expect-judgements.ts";
import { judgeChange } from "./judge-change.ts";

expectJudgements(network, {
  "src/a.js": {
    denied: [
      "await fetch(url)",
      'globalThis["fet" + "ch"](url)',
      'import { request } from "node:https"',
      'import net from "node:net"; net.connect(80)',
      'require("dgram").createSocket("udp4")',
      'import axios from "axios"; axios.get(url)',
      "new WebSocket(url)",
      'import dns from "node:dns"',
    ],
    allowed: [
      'import { isIP } from "node:net"; isIP(text)',
      'import { STATUS_CODES } from "node:http"; STATUS_CODES[404]',
      "store.fetch(id); const request = 1; const got = []; got.push(1)",
      "function f(fetch) { return fetch(1); }",
      "new URL(text)",
    ],
  },
  "src/a.py": {
    denied: [
      "import socket\nsocket.socket()",
      "import requests\nrequests.get(u)",
      "from urllib.request import urlopen\nurlopen(u)",
    ],
    allowed: [
      "from urllib.parse import quote\nquote(a)",
      "import socket\ntry:\n    f()\nexcept socket.timeout:\n    g()",
      "requests = []\nrequests.append(1)",
    ],
  },
  "src/a.rs": { denied: ["let s = TcpStream::connect(a)?;"] },
});

it("only points out one more connection where a file already has one", async () => {
  const before = "export const a = () => fetch(x);\n";
  const after = `${before}export const b = () => fetch(y);\n`;
  const found = await judgeChange(network, [{ path: "src/a.js", before, after }]);
  expect(found).toMatchObject([{ line: 2, severity: "note" }]);
});
