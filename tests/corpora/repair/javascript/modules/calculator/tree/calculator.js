const PRECEDENCE = { "+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 4 };
const UNARY = 3;

/** Numbers, names, operators and brackets of an expression. */
export function tokenize(text) {
  const tokens = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const match = /^\s+|^\d+(?:\.\d+)?|^[a-z]\w*|^[-+*/%^(),]/i.exec(rest);
    if (match === null) throw new SyntaxError(`unexpected ${rest[0]} at ${at}`);
    const [value] = match;
    if (value.trim() !== "") {
      const kind = /^\d/.test(value) ? "number" : /^[a-z]/i.test(value) ? "name" : "sign";
      tokens.push({ kind, value, at });
    }
    at += value.length;
  }
  return tokens;
}

const FUNCTIONS = { min: Math.min, max: Math.max, abs: Math.abs, round: Math.round };

/** The value of an expression; names are looked up in `variables`. */
export function evaluate(text, variables = {}) {
  const tokens = tokenize(text);
  let position = 0;
  const peek = () => tokens[position]?.value;
  const expect = (value) => {
    if (peek() !== value) throw new SyntaxError(`expected ${value}, found ${peek() ?? "the end"}`);
    position += 1;
  };

  function parseExpression(least) {
    let left = parseOperand();
    for (;;) {
      const operator = peek();
      const precedence = PRECEDENCE[operator];
      if (precedence === undefined || precedence < least) return left;
      position += 1;
      const isRightToLeft = operator === "^";
      const right = parseExpression(isRightToLeft ? precedence : precedence + 1);
      left = apply(operator, left, right);
    }
  }

  function parseOperand() {
    const token = tokens[position];
    if (token === undefined) throw new SyntaxError("expected a value, found the end");
    position += 1;
    if (token.kind === "number") return Number(token.value);
    if (token.value === "-") return -parseExpression(UNARY);
    if (token.value === "(") {
      const value = parseExpression(1);
      expect(")");
      return value;
    }
    if (token.kind !== "name") throw new SyntaxError(`expected a value, found ${token.value}`);
    if (peek() === "(") return callFunction(token.value);
    if (!Object.hasOwn(variables, token.value)) throw new ReferenceError(`no such name: ${token.value}`);
    return variables[token.value];
  }

  function callFunction(name) {
    if (!Object.hasOwn(FUNCTIONS, name)) throw new SyntaxError(`no such function: ${name}`);
    expect("(");
    const given = [];
    while (peek() !== ")") {
      given.push(parseExpression(1));
      if (peek() !== ")") expect(",");
    }
    expect(")");
    return FUNCTIONS[name](...given);
  }

  const value = parseExpression(1);
  if (position < tokens.length) throw new SyntaxError(`unexpected ${peek()}`);
  return value;
}

function apply(operator, left, right) {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      if (right === 0) throw new RangeError("division by zero");
      return left / right;
    case "%":
      return left % right;
    default:
      return left ** right;
  }
}
