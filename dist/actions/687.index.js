export const id = 687;
export const ids = [687];
export const modules = {

/***/ 124:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const pico = __webpack_require__(9766);
const utils = __webpack_require__(4017);

function picomatch(glob, options, returnState = false) {
  // default to os.platform()
  if (options && (options.windows === null || options.windows === undefined)) {
    // don't mutate the original options object
    options = { ...options, windows: utils.isWindows() };
  }

  return pico(glob, options, returnState);
}

Object.assign(picomatch, pico);
module.exports = picomatch;


/***/ }),

/***/ 2061:
/***/ ((module) => {



const WIN_SLASH = '\\\\/';
const WIN_NO_SLASH = `[^${WIN_SLASH}]`;

const DEFAULT_MAX_EXTGLOB_RECURSION = 0;

/**
 * Posix glob regex
 */

const DOT_LITERAL = '\\.';
const PLUS_LITERAL = '\\+';
const QMARK_LITERAL = '\\?';
const SLASH_LITERAL = '\\/';
const ONE_CHAR = '(?=.)';
const QMARK = '[^/]';
const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
const NO_DOT = `(?!${DOT_LITERAL})`;
const NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
const NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
const NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
const QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
const STAR = `${QMARK}*?`;
const SEP = '/';

const POSIX_CHARS = {
  DOT_LITERAL,
  PLUS_LITERAL,
  QMARK_LITERAL,
  SLASH_LITERAL,
  ONE_CHAR,
  QMARK,
  END_ANCHOR,
  DOTS_SLASH,
  NO_DOT,
  NO_DOTS,
  NO_DOT_SLASH,
  NO_DOTS_SLASH,
  QMARK_NO_DOT,
  STAR,
  START_ANCHOR,
  SEP
};

/**
 * Windows glob regex
 */

const WINDOWS_CHARS = {
  ...POSIX_CHARS,

  SLASH_LITERAL: `[${WIN_SLASH}]`,
  QMARK: WIN_NO_SLASH,
  STAR: `${WIN_NO_SLASH}*?`,
  DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
  NO_DOT: `(?!${DOT_LITERAL})`,
  NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
  NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
  START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
  END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
  SEP: '\\'
};

/**
 * POSIX Bracket Regex
 */

const POSIX_REGEX_SOURCE = {
  __proto__: null,
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E ',
  punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
  space: ' \\t\\r\\n\\v\\f',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9'
};

module.exports = {
  DEFAULT_MAX_EXTGLOB_RECURSION,
  MAX_LENGTH: 1024 * 64,
  POSIX_REGEX_SOURCE,

  // regular expressions
  REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
  REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
  REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
  REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
  REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
  REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,

  // Replace globs with equivalent patterns to reduce parsing time.
  REPLACEMENTS: {
    __proto__: null,
    '***': '*',
    '**/**': '**',
    '**/**/**': '**'
  },

  // Digits
  CHAR_0: 48, /* 0 */
  CHAR_9: 57, /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 65, /* A */
  CHAR_LOWERCASE_A: 97, /* a */
  CHAR_UPPERCASE_Z: 90, /* Z */
  CHAR_LOWERCASE_Z: 122, /* z */

  CHAR_LEFT_PARENTHESES: 40, /* ( */
  CHAR_RIGHT_PARENTHESES: 41, /* ) */

  CHAR_ASTERISK: 42, /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: 38, /* & */
  CHAR_AT: 64, /* @ */
  CHAR_BACKWARD_SLASH: 92, /* \ */
  CHAR_CARRIAGE_RETURN: 13, /* \r */
  CHAR_CIRCUMFLEX_ACCENT: 94, /* ^ */
  CHAR_COLON: 58, /* : */
  CHAR_COMMA: 44, /* , */
  CHAR_DOT: 46, /* . */
  CHAR_DOUBLE_QUOTE: 34, /* " */
  CHAR_EQUAL: 61, /* = */
  CHAR_EXCLAMATION_MARK: 33, /* ! */
  CHAR_FORM_FEED: 12, /* \f */
  CHAR_FORWARD_SLASH: 47, /* / */
  CHAR_GRAVE_ACCENT: 96, /* ` */
  CHAR_HASH: 35, /* # */
  CHAR_HYPHEN_MINUS: 45, /* - */
  CHAR_LEFT_ANGLE_BRACKET: 60, /* < */
  CHAR_LEFT_CURLY_BRACE: 123, /* { */
  CHAR_LEFT_SQUARE_BRACKET: 91, /* [ */
  CHAR_LINE_FEED: 10, /* \n */
  CHAR_NO_BREAK_SPACE: 160, /* \u00A0 */
  CHAR_PERCENT: 37, /* % */
  CHAR_PLUS: 43, /* + */
  CHAR_QUESTION_MARK: 63, /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: 62, /* > */
  CHAR_RIGHT_CURLY_BRACE: 125, /* } */
  CHAR_RIGHT_SQUARE_BRACKET: 93, /* ] */
  CHAR_SEMICOLON: 59, /* ; */
  CHAR_SINGLE_QUOTE: 39, /* ' */
  CHAR_SPACE: 32, /*   */
  CHAR_TAB: 9, /* \t */
  CHAR_UNDERSCORE: 95, /* _ */
  CHAR_VERTICAL_LINE: 124, /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279, /* \uFEFF */

  /**
   * Create EXTGLOB_CHARS
   */

  extglobChars(chars) {
    return {
      '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
      '?': { type: 'qmark', open: '(?:', close: ')?' },
      '+': { type: 'plus', open: '(?:', close: ')+' },
      '*': { type: 'star', open: '(?:', close: ')*' },
      '@': { type: 'at', open: '(?:', close: ')' }
    };
  },

  /**
   * Create GLOB_CHARS
   */

  globChars(win32) {
    return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
  }
};


/***/ }),

/***/ 2555:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const constants = __webpack_require__(2061);
const utils = __webpack_require__(4017);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  POSIX_REGEX_SOURCE,
  REGEX_NON_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_BACKREF,
  REPLACEMENTS
} = constants;

/**
 * Helpers
 */

const expandRange = (args, options) => {
  if (typeof options.expandRange === 'function') {
    return options.expandRange(...args, options);
  }

  args.sort();
  const value = `[${args.join('-')}]`;

  try {
    /* eslint-disable-next-line no-new */
    new RegExp(value);
  } catch (ex) {
    return args.map(v => utils.escapeRegex(v)).join('..');
  }

  return value;
};

/**
 * Create the message for a syntax error
 */

const syntaxError = (type, char) => {
  return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
};

const splitTopLevel = input => {
  const parts = [];
  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let value = '';
  let escaped = false;

  for (const ch of input) {
    if (escaped === true) {
      value += ch;
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      value += ch;
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      value += ch;
      continue;
    }

    if (quote === 0) {
      if (ch === '[') {
        bracket++;
      } else if (ch === ']' && bracket > 0) {
        bracket--;
      } else if (bracket === 0) {
        if (ch === '(') {
          paren++;
        } else if (ch === ')' && paren > 0) {
          paren--;
        } else if (ch === '|' && paren === 0) {
          parts.push(value);
          value = '';
          continue;
        }
      }
    }

    value += ch;
  }

  parts.push(value);
  return parts;
};

const isPlainBranch = branch => {
  let escaped = false;

  for (const ch of branch) {
    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (/[?*+@!()[\]{}]/.test(ch)) {
      return false;
    }
  }

  return true;
};

const normalizeSimpleBranch = branch => {
  let value = branch.trim();
  let changed = true;

  while (changed === true) {
    changed = false;

    if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
      value = value.slice(2, -1);
      changed = true;
    }
  }

  if (!isPlainBranch(value)) {
    return;
  }

  return value.replace(/\\(.)/g, '$1');
};

const hasRepeatedCharPrefixOverlap = branches => {
  const values = branches.map(normalizeSimpleBranch).filter(Boolean);

  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      const char = a[0];

      if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
        continue;
      }

      if (a === b || a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
  }

  return false;
};

const parseRepeatedExtglob = (pattern, requireEnd = true) => {
  if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') {
    return;
  }

  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let escaped = false;

  for (let i = 1; i < pattern.length; i++) {
    const ch = pattern[i];

    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      continue;
    }

    if (quote === 1) {
      continue;
    }

    if (ch === '[') {
      bracket++;
      continue;
    }

    if (ch === ']' && bracket > 0) {
      bracket--;
      continue;
    }

    if (bracket > 0) {
      continue;
    }

    if (ch === '(') {
      paren++;
      continue;
    }

    if (ch === ')') {
      paren--;

      if (paren === 0) {
        if (requireEnd === true && i !== pattern.length - 1) {
          return;
        }

        return {
          type: pattern[0],
          body: pattern.slice(2, i),
          end: i
        };
      }
    }
  }
};

const buildCharClassStar = chars => {
  const source = chars.length === 1
    ? utils.escapeRegex(chars[0])
    : `[${chars.map(ch => utils.escapeRegex(ch)).join('')}]`;

  return `${source}*`;
};

const getStarExtglobSequenceChars = pattern => {
  let index = 0;
  const chars = [];

  while (index < pattern.length) {
    const match = parseRepeatedExtglob(pattern.slice(index), false);

    if (!match || match.type !== '*') {
      return;
    }

    const branches = splitTopLevel(match.body).map(branch => branch.trim());
    if (branches.length !== 1) {
      return;
    }

    const branch = normalizeSimpleBranch(branches[0]);
    if (!branch || branch.length !== 1) {
      return;
    }

    chars.push(branch);
    index += match.end + 1;
  }

  if (chars.length < 1) {
    return;
  }

  return chars;
};

const repeatedExtglobRecursion = pattern => {
  let depth = 0;
  let value = pattern.trim();
  let match = parseRepeatedExtglob(value);

  while (match) {
    depth++;
    value = match.body.trim();
    match = parseRepeatedExtglob(value);
  }

  return depth;
};

const analyzeRepeatedExtglob = (body, options) => {
  if (options.maxExtglobRecursion === false) {
    return { risky: false };
  }

  const max =
    typeof options.maxExtglobRecursion === 'number'
      ? options.maxExtglobRecursion
      : constants.DEFAULT_MAX_EXTGLOB_RECURSION;

  const branches = splitTopLevel(body).map(branch => branch.trim());

  if (branches.length > 1) {
    if (
      branches.some(branch => branch === '') ||
      branches.some(branch => /^[*?]+$/.test(branch)) ||
      hasRepeatedCharPrefixOverlap(branches)
    ) {
      return { risky: true };
    }
  }

  // A repeated extglob is "risky" (prone to catastrophic backtracking) when a
  // branch is itself a `*(...)` sequence, since that nests an unbounded quantifier
  // inside the outer `+(...)`/`*(...)`. When *every* branch reduces to single
  // characters we can emit one flat, ReDoS-safe character class that preserves the
  // meaning of ALL branches (e.g. `+(*(a)|*(b))` -> `[ab]*`), rather than dropping
  // every branch but the first.
  const safeChars = [];
  let sawStarSequence = false;
  let combinable = true;

  for (const branch of branches) {
    const chars = getStarExtglobSequenceChars(branch);
    if (chars) {
      sawStarSequence = true;
      safeChars.push(...chars);
      continue;
    }

    const literal = normalizeSimpleBranch(branch);
    if (literal && literal.length === 1) {
      safeChars.push(literal);
      continue;
    }

    combinable = false;

    if (repeatedExtglobRecursion(branch) > max) {
      return { risky: true };
    }
  }

  if (sawStarSequence) {
    return combinable
      ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) }
      : { risky: true };
  }

  return { risky: false };
};

/**
 * Parse the given input string.
 * @param {String} input
 * @param {Object} options
 * @return {Object}
 */

const parse = (input, options) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  input = REPLACEMENTS[input] || input;

  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;

  let len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  const bos = { type: 'bos', value: '', output: opts.prepend || '' };
  const tokens = [bos];

  const capture = opts.capture ? '' : '?:';

  // create constants based on platform, for windows or posix
  const PLATFORM_CHARS = constants.globChars(opts.windows);
  const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);

  const {
    DOT_LITERAL,
    PLUS_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOT_SLASH,
    NO_DOTS_SLASH,
    QMARK,
    QMARK_NO_DOT,
    STAR,
    START_ANCHOR
  } = PLATFORM_CHARS;

  const globstar = opts => {
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const nodot = opts.dot ? '' : NO_DOT;
  const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
  let star = opts.bash === true ? globstar(opts) : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  // minimatch options support
  if (typeof opts.noext === 'boolean') {
    opts.noextglob = opts.noext;
  }

  const state = {
    input,
    index: -1,
    start: 0,
    dot: opts.dot === true,
    consumed: '',
    output: '',
    prefix: '',
    backtrack: false,
    negated: false,
    brackets: 0,
    braces: 0,
    parens: 0,
    quotes: 0,
    globstar: false,
    tokens
  };

  input = utils.removePrefix(input, state);
  len = input.length;

  const extglobs = [];
  const braces = [];
  const stack = [];
  let prev = bos;
  let value;

  /**
   * Tokenizing helpers
   */

  const eos = () => state.index === len - 1;
  const peek = state.peek = (n = 1) => input[state.index + n];
  const advance = state.advance = () => input[++state.index] || '';
  const remaining = () => input.slice(state.index + 1);
  const consume = (value = '', num = 0) => {
    state.consumed += value;
    state.index += num;
  };

  const append = token => {
    state.output += token.output != null ? token.output : token.value;
    consume(token.value);
  };

  const negate = () => {
    let count = 1;

    while (peek() === '!' && (peek(2) !== '(' || peek(3) === '?')) {
      advance();
      state.start++;
      count++;
    }

    if (count % 2 === 0) {
      return false;
    }

    state.negated = true;
    state.start++;
    return true;
  };

  const increment = type => {
    state[type]++;
    stack.push(type);
  };

  const decrement = type => {
    state[type]--;
    stack.pop();
  };

  /**
   * Push tokens onto the tokens array. This helper speeds up
   * tokenizing by 1) helping us avoid backtracking as much as possible,
   * and 2) helping us avoid creating extra tokens when consecutive
   * characters are plain text. This improves performance and simplifies
   * lookbehinds.
   */

  const push = tok => {
    if (prev.type === 'globstar') {
      const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace');
      const isExtglob = tok.extglob === true || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));

      if (tok.type !== 'slash' && tok.type !== 'paren' && !isBrace && !isExtglob) {
        state.output = state.output.slice(0, -prev.output.length);
        prev.type = 'star';
        prev.value = '*';
        prev.output = star;
        state.output += prev.output;
      }
    }

    if (extglobs.length && tok.type !== 'paren') {
      extglobs[extglobs.length - 1].inner += tok.value;
    }

    if (tok.value || tok.output) append(tok);
    if (prev && prev.type === 'text' && tok.type === 'text') {
      prev.output = (prev.output || prev.value) + tok.value;
      prev.value += tok.value;
      return;
    }

    tok.prev = prev;
    tokens.push(tok);
    prev = tok;
  };

  const extglobOpen = (type, value) => {
    const token = { ...EXTGLOB_CHARS[value], conditions: 1, inner: '' };

    token.prev = prev;
    token.parens = state.parens;
    token.output = state.output;
    token.startIndex = state.index;
    token.tokensIndex = tokens.length;
    const output = (opts.capture ? '(' : '') + token.open;

    increment('parens');
    push({ type, value, output: state.output ? '' : ONE_CHAR });
    push({ type: 'paren', extglob: true, value: advance(), output });
    extglobs.push(token);
  };

  const extglobClose = token => {
    const literal = input.slice(token.startIndex, state.index + 1);
    const body = input.slice(token.startIndex + 2, state.index);
    const analysis = analyzeRepeatedExtglob(body, opts);

    if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
      const safeOutput = analysis.safeOutput
        ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
        : undefined;
      const open = tokens[token.tokensIndex];

      open.type = 'text';
      open.value = literal;
      open.output = safeOutput || utils.escapeRegex(literal);

      for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
        tokens[i].value = '';
        tokens[i].output = '';
        delete tokens[i].suffix;
      }

      state.output = token.output + open.output;
      state.backtrack = true;

      push({ type: 'paren', extglob: true, value, output: '' });
      decrement('parens');
      return;
    }

    let output = token.close + (opts.capture ? ')' : '');
    let rest;

    if (token.type === 'negate') {
      let extglobStar = star;

      if (token.inner && token.inner.length > 1 && token.inner.includes('/')) {
        extglobStar = globstar(opts);
      }

      if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
        output = token.close = `)$))${extglobStar}`;
      }

      if (token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
        // Any non-magical string (`.ts`) or even nested expression (`.{ts,tsx}`) can follow after the closing parenthesis.
        // In this case, we need to parse the string and use it in the output of the original pattern.
        // Suitable patterns: `/!(*.d).ts`, `/!(*.d).{ts,tsx}`, `**/!(*-dbg).@(js)`.
        //
        // Disabling the `fastpaths` option due to a problem with parsing strings as `.ts` in the pattern like `**/!(*.d).ts`.
        const expression = parse(rest, { ...options, fastpaths: false }).output;

        output = token.close = `)${expression})${extglobStar})`;
      }

      if (token.prev.type === 'bos') {
        state.negatedExtglob = true;
      }
    }

    push({ type: 'paren', extglob: true, value, output });
    decrement('parens');
  };

  /**
   * Fast paths
   */

  if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
    let backslashes = false;

    let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
      if (first === '\\') {
        backslashes = true;
        return m;
      }

      if (first === '?') {
        if (esc) {
          return esc + first + (rest ? QMARK.repeat(rest.length) : '');
        }
        if (index === 0) {
          return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '');
        }
        return QMARK.repeat(chars.length);
      }

      if (first === '.') {
        return DOT_LITERAL.repeat(chars.length);
      }

      if (first === '*') {
        if (esc) {
          return esc + first + (rest ? star : '');
        }
        return star;
      }
      return esc ? m : `\\${m}`;
    });

    if (backslashes === true) {
      if (opts.unescape === true) {
        output = output.replace(/\\/g, '');
      } else {
        output = output.replace(/\\+/g, m => {
          return m.length % 2 === 0 ? '\\\\' : (m ? '\\' : '');
        });
      }
    }

    if (output === input && opts.contains === true) {
      state.output = input;
      return state;
    }

    state.output = utils.wrapOutput(output, state, options);
    return state;
  }

  /**
   * Tokenize input until we reach end-of-string
   */

  while (!eos()) {
    value = advance();

    if (value === '\u0000') {
      continue;
    }

    /**
     * Escaped characters
     */

    if (value === '\\') {
      const next = peek();

      if (next === '/' && opts.bash !== true) {
        continue;
      }

      if (next === '.' || next === ';') {
        continue;
      }

      if (!next) {
        value += '\\';
        push({ type: 'text', value });
        continue;
      }

      // collapse slashes to reduce potential for exploits
      const match = /^\\+/.exec(remaining());
      let slashes = 0;

      if (match && match[0].length > 2) {
        slashes = match[0].length;
        state.index += slashes;
        if (slashes % 2 !== 0) {
          value += '\\';
        }
      }

      if (opts.unescape === true) {
        value = advance();
      } else {
        value += advance();
      }

      if (state.brackets === 0) {
        push({ type: 'text', value });
        continue;
      }
    }

    /**
     * If we're inside a regex character class, continue
     * until we reach the closing bracket.
     */

    if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
      if (opts.posix !== false && value === ':') {
        const inner = prev.value.slice(1);
        if (inner.includes('[')) {
          prev.posix = true;

          if (inner.includes(':')) {
            const idx = prev.value.lastIndexOf('[');
            const pre = prev.value.slice(0, idx);
            const rest = prev.value.slice(idx + 2);
            const posix = POSIX_REGEX_SOURCE[rest];
            if (posix) {
              prev.value = pre + posix;
              state.backtrack = true;
              advance();

              if (!bos.output && tokens.indexOf(prev) === 1) {
                bos.output = ONE_CHAR;
              }
              continue;
            }
          }
        }
      }

      if ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) {
        value = `\\${value}`;
      }

      if (value === ']' && (prev.value === '[' || prev.value === '[^')) {
        value = `\\${value}`;
      }

      if (opts.posix === true && value === '!' && prev.value === '[') {
        value = '^';
      }

      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * If we're inside a quoted string, continue
     * until we reach the closing double quote.
     */

    if (state.quotes === 1 && value !== '"') {
      value = utils.escapeRegex(value);
      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * Double quotes
     */

    if (value === '"') {
      state.quotes = state.quotes === 1 ? 0 : 1;
      if (opts.keepQuotes === true) {
        push({ type: 'text', value });
      }
      continue;
    }

    /**
     * Parentheses
     */

    if (value === '(') {
      increment('parens');
      push({ type: 'paren', value });
      continue;
    }

    if (value === ')') {
      if (state.parens === 0 && opts.strictBrackets === true) {
        throw new SyntaxError(syntaxError('opening', '('));
      }

      const extglob = extglobs[extglobs.length - 1];
      if (extglob && state.parens === extglob.parens + 1) {
        extglobClose(extglobs.pop());
        continue;
      }

      push({ type: 'paren', value, output: state.parens ? ')' : '\\)' });
      decrement('parens');
      continue;
    }

    /**
     * Square brackets
     */

    if (value === '[') {
      if (opts.nobracket === true || !remaining().includes(']')) {
        if (opts.nobracket !== true && opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('closing', ']'));
        }

        value = `\\${value}`;
      } else {
        increment('brackets');
      }

      push({ type: 'bracket', value });
      continue;
    }

    if (value === ']') {
      if (opts.nobracket === true || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      if (state.brackets === 0) {
        if (opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('opening', '['));
        }

        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      decrement('brackets');

      const prevValue = prev.value.slice(1);
      if (prev.posix !== true && prevValue[0] === '^' && !prevValue.includes('/')) {
        value = `/${value}`;
      }

      prev.value += value;
      append({ value });

      // when literal brackets are explicitly disabled
      // assume we should match with a regex character class
      if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
        continue;
      }

      const escaped = utils.escapeRegex(prev.value);
      state.output = state.output.slice(0, -prev.value.length);

      // when literal brackets are explicitly enabled
      // assume we should escape the brackets to match literal characters
      if (opts.literalBrackets === true) {
        state.output += escaped;
        prev.value = escaped;
        continue;
      }

      // when the user specifies nothing, try to match both
      prev.value = `(${capture}${escaped}|${prev.value})`;
      state.output += prev.value;
      continue;
    }

    /**
     * Braces
     */

    if (value === '{' && opts.nobrace !== true) {
      increment('braces');

      const open = {
        type: 'brace',
        value,
        output: '(',
        outputIndex: state.output.length,
        tokensIndex: state.tokens.length
      };

      braces.push(open);
      push(open);
      continue;
    }

    if (value === '}') {
      const brace = braces[braces.length - 1];

      if (opts.nobrace === true || !brace) {
        push({ type: 'text', value, output: value });
        continue;
      }

      let output = ')';

      if (brace.dots === true) {
        const arr = tokens.slice();
        const range = [];

        for (let i = arr.length - 1; i >= 0; i--) {
          tokens.pop();
          if (arr[i].type === 'brace') {
            break;
          }
          if (arr[i].type !== 'dots') {
            range.unshift(arr[i].value);
          }
        }

        output = expandRange(range, opts);
        state.backtrack = true;
      }

      if (brace.comma !== true && brace.dots !== true) {
        const out = state.output.slice(0, brace.outputIndex);
        const toks = state.tokens.slice(brace.tokensIndex);
        brace.value = brace.output = '\\{';
        value = output = '\\}';
        state.output = out;
        for (const t of toks) {
          state.output += (t.output || t.value);
        }
      }

      push({ type: 'brace', value, output });
      decrement('braces');
      braces.pop();
      continue;
    }

    /**
     * Pipes
     */

    if (value === '|') {
      if (extglobs.length > 0) {
        extglobs[extglobs.length - 1].conditions++;
      }
      push({ type: 'text', value });
      continue;
    }

    /**
     * Commas
     */

    if (value === ',') {
      let output = value;

      const brace = braces[braces.length - 1];
      if (brace && stack[stack.length - 1] === 'braces') {
        brace.comma = true;
        output = '|';
      }

      push({ type: 'comma', value, output });
      continue;
    }

    /**
     * Slashes
     */

    if (value === '/') {
      // if the beginning of the glob is "./", advance the start
      // to the current index, and don't add the "./" characters
      // to the state. This greatly simplifies lookbehinds when
      // checking for BOS characters like "!" and "." (not "./")
      if (prev.type === 'dot' && state.index === state.start + 1) {
        state.start = state.index + 1;
        state.consumed = '';
        state.output = '';
        tokens.pop();
        prev = bos; // reset "prev" to the first token
        continue;
      }

      push({ type: 'slash', value, output: SLASH_LITERAL });
      continue;
    }

    /**
     * Dots
     */

    if (value === '.') {
      if (state.braces > 0 && prev.type === 'dot') {
        if (prev.value === '.') prev.output = DOT_LITERAL;
        const brace = braces[braces.length - 1];
        prev.type = 'dots';
        prev.output += value;
        prev.value += value;
        brace.dots = true;
        continue;
      }

      if ((state.braces + state.parens) === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
        push({ type: 'text', value, output: DOT_LITERAL });
        continue;
      }

      push({ type: 'dot', value, output: DOT_LITERAL });
      continue;
    }

    /**
     * Question marks
     */

    if (value === '?') {
      const isGroup = prev && prev.value === '(';
      if (!isGroup && opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('qmark', value);
        continue;
      }

      if (prev && prev.type === 'paren') {
        const next = peek();
        let output = value;

        if ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) {
          output = `\\${value}`;
        }

        push({ type: 'text', value, output });
        continue;
      }

      if (opts.dot !== true && (prev.type === 'slash' || prev.type === 'bos')) {
        push({ type: 'qmark', value, output: QMARK_NO_DOT });
        continue;
      }

      push({ type: 'qmark', value, output: QMARK });
      continue;
    }

    /**
     * Exclamation
     */

    if (value === '!') {
      if (opts.noextglob !== true && peek() === '(') {
        if (peek(2) !== '?' || !/[!=<:]/.test(peek(3))) {
          extglobOpen('negate', value);
          continue;
        }
      }

      if (opts.nonegate !== true && state.index === 0) {
        negate();
        continue;
      }
    }

    /**
     * Plus
     */

    if (value === '+') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('plus', value);
        continue;
      }

      if ((prev && prev.value === '(') || opts.regex === false) {
        push({ type: 'plus', value, output: PLUS_LITERAL });
        continue;
      }

      if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
        push({ type: 'plus', value });
        continue;
      }

      push({ type: 'plus', value: PLUS_LITERAL });
      continue;
    }

    /**
     * Plain text
     */

    if (value === '@') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        push({ type: 'at', extglob: true, value, output: '' });
        continue;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Plain text
     */

    if (value !== '*') {
      if (value === '$' || value === '^') {
        value = `\\${value}`;
      }

      const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
      if (match) {
        value += match[0];
        state.index += match[0].length;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Stars
     */

    if (prev && (prev.type === 'globstar' || prev.star === true)) {
      prev.type = 'star';
      prev.star = true;
      prev.value += value;
      prev.output = star;
      state.backtrack = true;
      state.globstar = true;
      consume(value);
      continue;
    }

    let rest = remaining();
    if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
      extglobOpen('star', value);
      continue;
    }

    if (prev.type === 'star') {
      if (opts.noglobstar === true) {
        consume(value);
        continue;
      }

      const prior = prev.prev;
      const before = prior.prev;
      const isStart = prior.type === 'slash' || prior.type === 'bos';
      const afterStar = before && (before.type === 'star' || before.type === 'globstar');

      if (opts.bash === true && (!isStart || (rest[0] && rest[0] !== '/'))) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace');
      const isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
      if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      // strip consecutive `/**/`
      while (rest.slice(0, 3) === '/**') {
        const after = input[state.index + 4];
        if (after && after !== '/') {
          break;
        }
        rest = rest.slice(3);
        consume('/**', 3);
      }

      // A globstar followed only by balanced closing parens is at the logical end of patterns like
      // `test(/utils/**)` and `test?(/utils/**)`. Treat it as EOS so the trailing `/**` can match its
      // parent path, except in negated extglobs where that would change the exclusion semantics.
      const isEnd = eos() || (
        state.parens > 0
        && rest === ')'.repeat(state.parens)
        && !extglobs.some(extglob => extglob.type === 'negate')
      );

      if (prior.type === 'bos' && eos()) {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = globstar(opts);
        state.output = prev.output;
        state.globstar = true;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && isEnd) {
        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)');
        prev.value += value;
        state.globstar = true;
        state.output += prior.output + prev.output;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
        const end = rest[1] !== void 0 ? '|$' : '';

        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
        prev.value += value;

        state.output += prior.output + prev.output;
        state.globstar = true;

        consume(value + advance());

        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      if (prior.type === 'bos' && rest[0] === '/') {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
        state.output = prev.output;
        state.globstar = true;
        consume(value + advance());
        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      // remove single star from output
      state.output = state.output.slice(0, -prev.output.length);

      // reset previous token to globstar
      prev.type = 'globstar';
      prev.output = globstar(opts);
      prev.value += value;

      // reset output with globstar
      state.output += prev.output;
      state.globstar = true;
      consume(value);
      continue;
    }

    const token = { type: 'star', value, output: star };

    if (opts.bash === true) {
      token.output = '.*?';
      if (prev.type === 'bos' || prev.type === 'slash') {
        token.output = nodot + token.output;
      }
      push(token);
      continue;
    }

    if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === true) {
      token.output = value;
      push(token);
      continue;
    }

    if (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') {
      if (prev.type === 'dot') {
        state.output += NO_DOT_SLASH;
        prev.output += NO_DOT_SLASH;

      } else if (opts.dot === true) {
        state.output += NO_DOTS_SLASH;
        prev.output += NO_DOTS_SLASH;

      } else {
        state.output += nodot;
        prev.output += nodot;
      }

      if (peek() !== '*') {
        state.output += ONE_CHAR;
        prev.output += ONE_CHAR;
      }
    }

    push(token);
  }

  while (state.brackets > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ']'));
    state.output = utils.escapeLast(state.output, '[');
    decrement('brackets');
  }

  while (state.parens > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ')'));
    state.output = utils.escapeLast(state.output, '(');
    decrement('parens');
  }

  while (state.braces > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', '}'));
    state.output = utils.escapeLast(state.output, '{');
    decrement('braces');
  }

  if (opts.strictSlashes !== true && (prev.type === 'star' || prev.type === 'bracket')) {
    push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` });
  }

  // rebuild the output if we had to backtrack at any point
  if (state.backtrack === true) {
    state.output = '';

    for (const token of state.tokens) {
      state.output += token.output != null ? token.output : token.value;

      if (token.suffix) {
        state.output += token.suffix;
      }
    }
  }

  return state;
};

/**
 * Fast paths for creating regular expressions for common glob patterns.
 * This can significantly speed up processing and has very little downside
 * impact when none of the fast paths match.
 */

parse.fastpaths = (input, options) => {
  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  const len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  input = REPLACEMENTS[input] || input;

  // create constants based on platform, for windows or posix
  const {
    DOT_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOTS,
    NO_DOTS_SLASH,
    STAR,
    START_ANCHOR
  } = constants.globChars(opts.windows);

  const nodot = opts.dot ? NO_DOTS : NO_DOT;
  const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
  const capture = opts.capture ? '' : '?:';
  const state = { negated: false, prefix: '' };
  let star = opts.bash === true ? '.*?' : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  const globstar = opts => {
    if (opts.noglobstar === true) return star;
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const create = str => {
    switch (str) {
      case '*':
        return `${nodot}${ONE_CHAR}${star}`;

      case '.*':
        return `${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*.*':
        return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*/*':
        return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;

      case '**':
        return nodot + globstar(opts);

      case '**/*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;

      case '**/*.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '**/.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;

      default: {
        const match = /^(.*?)\.(\w+)$/.exec(str);
        if (!match) return;

        const source = create(match[1]);
        if (!source) return;

        return source + DOT_LITERAL + match[2];
      }
    }
  };

  const output = utils.removePrefix(input, state);
  let source = create(output);

  if (source && opts.strictSlashes !== true) {
    source += `${SLASH_LITERAL}?`;
  }

  return source;
};

module.exports = parse;


/***/ }),

/***/ 9766:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const scan = __webpack_require__(6951);
const parse = __webpack_require__(2555);
const utils = __webpack_require__(4017);
const constants = __webpack_require__(2061);
const isObject = val => val && typeof val === 'object' && !Array.isArray(val);

/**
 * Creates a matcher function from one or more glob patterns. The
 * returned function takes a string to match as its first argument,
 * and returns true if the string is a match. The returned matcher
 * function also takes a boolean as the second argument that, when true,
 * returns an object with additional information.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch(glob[, options]);
 *
 * const isMatch = picomatch('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 *
 * // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
 * const picomatch = require('picomatch/posix');
 * // the same API, defaulting to posix paths
 * const isMatch = picomatch('a/*');
 * console.log(isMatch('a\\b')); //=> false
 * console.log(isMatch('a/b')); //=> true
 *
 * // you can still configure the matcher function to accept windows paths
 * const isMatch = picomatch('a/*', { options: windows });
 * console.log(isMatch('a\\b')); //=> true
 * console.log(isMatch('a/b')); //=> true
 * ```
 * @name picomatch
 * @param {String|Array} `globs` One or more glob patterns.
 * @param {Object=} `options`
 * @return {Function=} Returns a matcher function.
 * @api public
 */

const picomatch = (glob, options, returnState = false) => {
  if (Array.isArray(glob)) {
    const fns = glob.map(input => picomatch(input, options, returnState));
    const arrayMatcher = str => {
      for (const isMatch of fns) {
        const state = isMatch(str);
        if (state) return state;
      }
      return false;
    };
    return arrayMatcher;
  }

  const isState = isObject(glob) && glob.tokens && glob.input;

  if (glob === '' || (typeof glob !== 'string' && !isState)) {
    throw new TypeError('Expected pattern to be a non-empty string');
  }

  const opts = options || {};
  const posix = opts.windows;
  const regex = isState
    ? picomatch.compileRe(glob, options)
    : picomatch.makeRe(glob, options, false, true);

  const state = regex.state;
  delete regex.state;

  let isIgnored = () => false;
  if (opts.ignore) {
    const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
    isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
  }

  const matcher = (input, returnObject = false) => {
    const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
    const result = { glob, state, regex, posix, input, output, match, isMatch };

    if (typeof opts.onResult === 'function') {
      opts.onResult(result);
    }

    if (isMatch === false) {
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (isIgnored(input)) {
      if (typeof opts.onIgnore === 'function') {
        opts.onIgnore(result);
      }
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (typeof opts.onMatch === 'function') {
      opts.onMatch(result);
    }
    return returnObject ? result : true;
  };

  if (returnState) {
    matcher.state = state;
  }

  return matcher;
};

/**
 * Test `input` with the given `regex`. This is used by the main
 * `picomatch()` function to test the input string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.test(input, regex[, options]);
 *
 * console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
 * // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp} `regex`
 * @return {Object} Returns an object with matching info.
 * @api public
 */

picomatch.test = (input, regex, options, { glob, posix } = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected input to be a string');
  }

  if (input === '') {
    return { isMatch: false, output: '' };
  }

  const opts = options || {};
  const format = opts.format || (posix ? utils.toPosixSlashes : null);
  let match = input === glob;
  let output = (match && format) ? format(input) : input;

  if (match === false) {
    output = format ? format(input) : input;
    match = output === glob;
  }

  if (match === false || opts.capture === true) {
    if (opts.matchBase === true || opts.basename === true) {
      match = picomatch.matchBase(input, regex, options, posix);
    } else {
      match = regex.exec(output);
    }
  }

  return { isMatch: Boolean(match), match, output };
};

/**
 * Match the basename of a filepath.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.matchBase(input, glob[, options]);
 * console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
 * @return {Boolean}
 * @api public
 */

picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
  const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
  return regex.test(utils.basename(input, { windows: posix }));
};

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.isMatch(string, patterns[, options]);
 *
 * console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String|Array} str The string to test.
 * @param {String|Array} patterns One or more glob patterns to use for matching.
 * @param {Object} [options] See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const result = picomatch.parse(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as a regex source string.
 * @api public
 */

picomatch.parse = (pattern, options) => {
  if (Array.isArray(pattern)) return pattern.map(p => picomatch.parse(p, options));
  return parse(pattern, { ...options, fastpaths: false });
};

/**
 * Scan a glob pattern to separate the pattern into segments.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.scan(input[, options]);
 *
 * const result = picomatch.scan('!./foo/*.js');
 * console.log(result);
 * { prefix: '!./',
 *   input: '!./foo/*.js',
 *   start: 3,
 *   base: 'foo',
 *   glob: '*.js',
 *   isBrace: false,
 *   isBracket: false,
 *   isGlob: true,
 *   isExtglob: false,
 *   isGlobstar: false,
 *   negated: true }
 * ```
 * @param {String} `input` Glob pattern to scan.
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

picomatch.scan = (input, options) => scan(input, options);

/**
 * Compile a regular expression from the `state` object returned by the
 * [parse()](#parse) method.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const state = picomatch.parse('*.js');
 * // picomatch.compileRe(state[, options]);
 *
 * console.log(picomatch.compileRe(state));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {Object} `state`
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
 * @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
 * @return {RegExp}
 * @api public
 */

picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
  if (returnOutput === true) {
    return state.output;
  }

  const opts = options || {};
  const prepend = opts.contains ? '' : '^';
  const append = opts.contains ? '' : '$';

  let source = `${prepend}(?:${state.output})${append}`;
  if (state && state.negated === true) {
    source = `^(?!${source}).*$`;
  }

  const regex = picomatch.toRegex(source, options);
  if (returnState === true) {
    regex.state = state;
  }

  return regex;
};

/**
 * Create a regular expression from a parsed glob pattern.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.makeRe(state[, options]);
 *
 * const result = picomatch.makeRe('*.js');
 * console.log(result);
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `state` The object returned from the `.parse` method.
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
 * @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
  if (!input || typeof input !== 'string') {
    throw new TypeError('Expected a non-empty string');
  }

  let parsed = { negated: false, fastpaths: true };

  if (options.fastpaths !== false && (input[0] === '.' || input[0] === '*')) {
    parsed.output = parse.fastpaths(input, options);
  }

  if (!parsed.output) {
    parsed = parse(input, options);
  }

  return picomatch.compileRe(parsed, options, returnOutput, returnState);
};

/**
 * Create a regular expression from the given regex source string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.toRegex(source[, options]);
 *
 * const { output } = picomatch.parse('*.js');
 * console.log(picomatch.toRegex(output));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `source` Regular expression source string.
 * @param {Object} `options`
 * @return {RegExp}
 * @api public
 */

picomatch.toRegex = (source, options) => {
  try {
    const opts = options || {};
    return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
  } catch (err) {
    if (options && options.debug === true) throw err;
    return /$^/;
  }
};

/**
 * Picomatch constants.
 * @return {Object}
 */

picomatch.constants = constants;

/**
 * Expose "picomatch"
 */

module.exports = picomatch;


/***/ }),

/***/ 6951:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const utils = __webpack_require__(4017);
const {
  CHAR_ASTERISK,             /* * */
  CHAR_AT,                   /* @ */
  CHAR_BACKWARD_SLASH,       /* \ */
  CHAR_COMMA,                /* , */
  CHAR_DOT,                  /* . */
  CHAR_EXCLAMATION_MARK,     /* ! */
  CHAR_FORWARD_SLASH,        /* / */
  CHAR_LEFT_CURLY_BRACE,     /* { */
  CHAR_LEFT_PARENTHESES,     /* ( */
  CHAR_LEFT_SQUARE_BRACKET,  /* [ */
  CHAR_PLUS,                 /* + */
  CHAR_QUESTION_MARK,        /* ? */
  CHAR_RIGHT_CURLY_BRACE,    /* } */
  CHAR_RIGHT_PARENTHESES,    /* ) */
  CHAR_RIGHT_SQUARE_BRACKET  /* ] */
} = __webpack_require__(2061);

const isPathSeparator = code => {
  return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
};

const depth = token => {
  if (token.isPrefix !== true) {
    token.depth = token.isGlobstar ? Infinity : 1;
  }
};

/**
 * Quickly scans a glob pattern and returns an object with a handful of
 * useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
 * `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
 * with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
 *
 * ```js
 * const pm = require('picomatch');
 * console.log(pm.scan('foo/bar/*.js'));
 * { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {Object} Returns an object with tokens and regex source string.
 * @api public
 */

const scan = (input, options) => {
  const opts = options || {};

  const length = input.length - 1;
  const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
  const slashes = [];
  const tokens = [];
  const parts = [];

  let str = input;
  let index = -1;
  let start = 0;
  let lastIndex = 0;
  let isBrace = false;
  let isBracket = false;
  let isGlob = false;
  let isExtglob = false;
  let isGlobstar = false;
  let braceEscaped = false;
  let backslashes = false;
  let negated = false;
  let negatedExtglob = false;
  let finished = false;
  let braces = 0;
  let prev;
  let code;
  let token = { value: '', depth: 0, isGlob: false };

  const eos = () => index >= length;
  const peek = () => str.charCodeAt(index + 1);
  const advance = () => {
    prev = code;
    return str.charCodeAt(++index);
  };

  while (index < length) {
    code = advance();
    let next;

    if (code === CHAR_BACKWARD_SLASH) {
      backslashes = token.backslashes = true;
      code = advance();

      if (code === CHAR_LEFT_CURLY_BRACE) {
        braceEscaped = true;
      }
      continue;
    }

    if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
      braces++;

      while (eos() !== true && (code = advance())) {
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          continue;
        }

        if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (braceEscaped !== true && code === CHAR_COMMA) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (code === CHAR_RIGHT_CURLY_BRACE) {
          braces--;

          if (braces === 0) {
            braceEscaped = false;
            isBrace = token.isBrace = true;
            finished = true;
            break;
          }
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (code === CHAR_FORWARD_SLASH) {
      slashes.push(index);
      tokens.push(token);
      token = { value: '', depth: 0, isGlob: false };

      if (finished === true) continue;
      if (prev === CHAR_DOT && index === (start + 1)) {
        start += 2;
        continue;
      }

      lastIndex = index + 1;
      continue;
    }

    if (opts.noext !== true) {
      const isExtglobChar = code === CHAR_PLUS
        || code === CHAR_AT
        || code === CHAR_ASTERISK
        || code === CHAR_QUESTION_MARK
        || code === CHAR_EXCLAMATION_MARK;

      if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
        isGlob = token.isGlob = true;
        isExtglob = token.isExtglob = true;
        finished = true;
        if (code === CHAR_EXCLAMATION_MARK && index === start) {
          negatedExtglob = true;
        }

        if (scanToEnd === true) {
          let parens = 0;

          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }

            if (code === CHAR_LEFT_PARENTHESES) {
              parens++;
              continue;
            }

            if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
              finished = true;
              break;
            }
          }
          continue;
        }
        break;
      }
    }

    if (code === CHAR_ASTERISK) {
      if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_QUESTION_MARK) {
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_LEFT_SQUARE_BRACKET) {
      while (eos() !== true && (next = advance())) {
        if (next === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          isBracket = token.isBracket = true;
          isGlob = token.isGlob = true;
          finished = true;
          break;
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
      negated = token.negated = true;
      start++;
      continue;
    }

    if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
      isGlob = token.isGlob = true;

      if (scanToEnd === true) {
        let parens = 1;

        while (eos() !== true && (code = advance())) {
          if (code === CHAR_BACKWARD_SLASH) {
            backslashes = token.backslashes = true;
            advance();
            continue;
          }

          if (code === CHAR_LEFT_PARENTHESES) {
            parens++;
            continue;
          }

          if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
            finished = true;
            break;
          }
        }
        continue;
      }
      break;
    }

    if (isGlob === true) {
      finished = true;

      if (scanToEnd === true) {
        continue;
      }

      break;
    }
  }

  if (opts.noext === true) {
    isExtglob = false;
    isGlob = false;
  }

  let base = str;
  let prefix = '';
  let glob = '';

  if (start > 0) {
    prefix = str.slice(0, start);
    str = str.slice(start);
    lastIndex -= start;
  }

  if (base && isGlob === true && lastIndex > 0) {
    base = str.slice(0, lastIndex);
    glob = str.slice(lastIndex);
  } else if (isGlob === true) {
    base = '';
    glob = str;
  } else {
    base = str;
  }

  if (base && base !== '' && base !== '/' && base !== str) {
    if (isPathSeparator(base.charCodeAt(base.length - 1))) {
      base = base.slice(0, -1);
    }
  }

  if (opts.unescape === true) {
    if (glob) glob = utils.removeBackslashes(glob);

    if (base && backslashes === true) {
      base = utils.removeBackslashes(base);
    }
  }

  const state = {
    prefix,
    input,
    start,
    base,
    glob,
    isBrace,
    isBracket,
    isGlob,
    isExtglob,
    isGlobstar,
    negated,
    negatedExtglob
  };

  if (opts.tokens === true) {
    state.maxDepth = 0;
    if (!isPathSeparator(code)) {
      tokens.push(token);
    }
    state.tokens = tokens;
  }

  if (opts.parts === true || opts.tokens === true) {
    let prevIndex;

    for (let idx = 0; idx < slashes.length; idx++) {
      const n = prevIndex !== undefined ? prevIndex + 1 : start;
      const i = slashes[idx];
      const value = input.slice(n, i);
      if (opts.tokens) {
        if (idx === 0 && start !== 0) {
          tokens[idx].isPrefix = true;
          tokens[idx].value = prefix;
        } else {
          tokens[idx].value = value;
        }
        depth(tokens[idx]);
        state.maxDepth += tokens[idx].depth;
      }
      if (i >= start) {
        parts.push(value);
        prevIndex = i;
      }
    }

    const n = prevIndex !== undefined ? prevIndex + 1 : start;
    const value = input.slice(n);
    parts.push(value);

    if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
      tokens[tokens.length - 1].value = value;
      depth(tokens[tokens.length - 1]);
      state.maxDepth += tokens[tokens.length - 1].depth;
    }

    state.slashes = slashes;
    state.parts = parts;
  }

  return state;
};

module.exports = scan;


/***/ }),

/***/ 4017:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

/*global navigator*/


const {
  REGEX_BACKSLASH,
  REGEX_REMOVE_BACKSLASH,
  REGEX_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_GLOBAL
} = __webpack_require__(2061);

exports.isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);
exports.hasRegexChars = str => REGEX_SPECIAL_CHARS.test(str);
exports.isRegexChar = str => str.length === 1 && exports.hasRegexChars(str);
exports.escapeRegex = str => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
exports.toPosixSlashes = str => str.replace(REGEX_BACKSLASH, '/');

exports.isWindows = () => {
  if (typeof navigator !== 'undefined' && navigator.platform) {
    const platform = navigator.platform.toLowerCase();
    return platform === 'win32' || platform === 'windows';
  }

  if (typeof process !== 'undefined' && process.platform) {
    return process.platform === 'win32';
  }

  return false;
};

exports.removeBackslashes = str => {
  return str.replace(REGEX_REMOVE_BACKSLASH, match => {
    return match === '\\' ? '' : match;
  });
};

exports.escapeLast = (input, char, lastIdx) => {
  const idx = input.lastIndexOf(char, lastIdx);
  if (idx === -1) return input;
  if (input[idx - 1] === '\\') return exports.escapeLast(input, char, idx - 1);
  return `${input.slice(0, idx)}\\${input.slice(idx)}`;
};

exports.removePrefix = (input, state = {}) => {
  let output = input;
  if (output.startsWith('./')) {
    output = output.slice(2);
    state.prefix = './';
  }
  return output;
};

exports.wrapOutput = (input, state = {}, options = {}) => {
  const prepend = options.contains ? '' : '^';
  const append = options.contains ? '' : '$';

  let output = `${prepend}(?:${input})${append}`;
  if (state.negated === true) {
    output = `(?:^(?!${output}).*$)`;
  }
  return output;
};

exports.basename = (path, { windows } = {}) => {
  const segs = path.split(windows ? /[\\/]/ : '/');
  const last = segs[segs.length - 1];

  if (last === '') {
    return segs[segs.length - 2];
  }

  return last;
};


/***/ }),

/***/ 9843:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var Scalar = __webpack_require__(3319);
var YAMLMap = __webpack_require__(7232);
var YAMLSeq = __webpack_require__(6773);
var resolveBlockMap = __webpack_require__(4821);
var resolveBlockSeq = __webpack_require__(1744);
var resolveFlowCollection = __webpack_require__(4420);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 4345:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Document = __webpack_require__(6443);
var composeNode = __webpack_require__(1051);
var resolveEnd = __webpack_require__(7958);
var resolveProps = __webpack_require__(5041);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 1051:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Alias = __webpack_require__(5719);
var identity = __webpack_require__(9769);
var composeCollection = __webpack_require__(9843);
var composeScalar = __webpack_require__(7331);
var resolveEnd = __webpack_require__(7958);
var utilEmptyScalarPosition = __webpack_require__(9021);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 7331:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var Scalar = __webpack_require__(3319);
var resolveBlockScalar = __webpack_require__(9911);
var resolveFlowScalar = __webpack_require__(7968);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 1918:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var node_process = __webpack_require__(932);
var directives = __webpack_require__(4688);
var Document = __webpack_require__(6443);
var errors = __webpack_require__(6738);
var identity = __webpack_require__(9769);
var composeDoc = __webpack_require__(4345);
var resolveEnd = __webpack_require__(7958);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 4821:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Pair = __webpack_require__(2607);
var YAMLMap = __webpack_require__(7232);
var resolveProps = __webpack_require__(5041);
var utilContainsNewline = __webpack_require__(1609);
var utilFlowIndentCheck = __webpack_require__(1829);
var utilMapIncludes = __webpack_require__(4285);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 9911:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3319);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 1744:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var YAMLSeq = __webpack_require__(6773);
var resolveProps = __webpack_require__(5041);
var utilFlowIndentCheck = __webpack_require__(1829);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7958:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 4420:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var Pair = __webpack_require__(2607);
var YAMLMap = __webpack_require__(7232);
var YAMLSeq = __webpack_require__(6773);
var resolveEnd = __webpack_require__(7958);
var resolveProps = __webpack_require__(5041);
var utilContainsNewline = __webpack_require__(1609);
var utilMapIncludes = __webpack_require__(4285);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 7968:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3319);
var resolveEnd = __webpack_require__(7958);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 5041:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 1609:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 9021:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 1829:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var utilContainsNewline = __webpack_require__(1609);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 4285:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 6443:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Alias = __webpack_require__(5719);
var Collection = __webpack_require__(2791);
var identity = __webpack_require__(9769);
var Pair = __webpack_require__(2607);
var toJS = __webpack_require__(1133);
var Schema = __webpack_require__(3846);
var stringifyDocument = __webpack_require__(3591);
var anchors = __webpack_require__(8406);
var applyReviver = __webpack_require__(1951);
var createNode = __webpack_require__(4694);
var directives = __webpack_require__(4688);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 8406:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var visit = __webpack_require__(9006);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 1951:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 4694:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Alias = __webpack_require__(5719);
var identity = __webpack_require__(9769);
var Scalar = __webpack_require__(3319);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 4688:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var visit = __webpack_require__(9006);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 6738:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 9101:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var composer = __webpack_require__(1918);
var Document = __webpack_require__(6443);
var Schema = __webpack_require__(3846);
var errors = __webpack_require__(6738);
var Alias = __webpack_require__(5719);
var identity = __webpack_require__(9769);
var Pair = __webpack_require__(2607);
var Scalar = __webpack_require__(3319);
var YAMLMap = __webpack_require__(7232);
var YAMLSeq = __webpack_require__(6773);
var cst = __webpack_require__(2224);
var lexer = __webpack_require__(8155);
var lineCounter = __webpack_require__(9466);
var parser = __webpack_require__(2014);
var publicApi = __webpack_require__(7837);
var visit = __webpack_require__(9006);



exports.Composer = composer.Composer;
exports.Document = Document.Document;
exports.Schema = Schema.Schema;
exports.YAMLError = errors.YAMLError;
exports.YAMLParseError = errors.YAMLParseError;
exports.YAMLWarning = errors.YAMLWarning;
exports.Alias = Alias.Alias;
exports.isAlias = identity.isAlias;
exports.isCollection = identity.isCollection;
exports.isDocument = identity.isDocument;
exports.isMap = identity.isMap;
exports.isNode = identity.isNode;
exports.isPair = identity.isPair;
exports.isScalar = identity.isScalar;
exports.isSeq = identity.isSeq;
exports.Pair = Pair.Pair;
exports.Scalar = Scalar.Scalar;
exports.YAMLMap = YAMLMap.YAMLMap;
exports.YAMLSeq = YAMLSeq.YAMLSeq;
exports.CST = cst;
exports.Lexer = lexer.Lexer;
exports.LineCounter = lineCounter.LineCounter;
exports.Parser = parser.Parser;
exports.parse = publicApi.parse;
exports.parseAllDocuments = publicApi.parseAllDocuments;
exports.parseDocument = publicApi.parseDocument;
exports.stringify = publicApi.stringify;
exports.visit = visit.visit;
exports.visitAsync = visit.visitAsync;


/***/ }),

/***/ 7395:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var node_process = __webpack_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 5719:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var anchors = __webpack_require__(8406);
var visit = __webpack_require__(9006);
var identity = __webpack_require__(9769);
var Node = __webpack_require__(3767);
var toJS = __webpack_require__(1133);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 2791:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var createNode = __webpack_require__(4694);
var identity = __webpack_require__(9769);
var Node = __webpack_require__(3767);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 3767:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var applyReviver = __webpack_require__(1951);
var identity = __webpack_require__(9769);
var toJS = __webpack_require__(1133);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 2607:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var createNode = __webpack_require__(4694);
var stringifyPair = __webpack_require__(8678);
var addPairToJSMap = __webpack_require__(4102);
var identity = __webpack_require__(9769);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3319:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var Node = __webpack_require__(3767);
var toJS = __webpack_require__(1133);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 7232:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyCollection = __webpack_require__(1542);
var addPairToJSMap = __webpack_require__(4102);
var Collection = __webpack_require__(2791);
var identity = __webpack_require__(9769);
var Pair = __webpack_require__(2607);
var Scalar = __webpack_require__(3319);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 6773:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var createNode = __webpack_require__(4694);
var stringifyCollection = __webpack_require__(1542);
var Collection = __webpack_require__(2791);
var identity = __webpack_require__(9769);
var Scalar = __webpack_require__(3319);
var toJS = __webpack_require__(1133);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 4102:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var log = __webpack_require__(7395);
var merge = __webpack_require__(3506);
var stringify = __webpack_require__(6306);
var identity = __webpack_require__(9769);
var toJS = __webpack_require__(1133);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 9769:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 1133:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 996:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var resolveBlockScalar = __webpack_require__(9911);
var resolveFlowScalar = __webpack_require__(7968);
var errors = __webpack_require__(6738);
var stringifyString = __webpack_require__(2787);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 6447:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 6225:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 2224:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var cstScalar = __webpack_require__(996);
var cstStringify = __webpack_require__(6447);
var cstVisit = __webpack_require__(6225);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 8155:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var cst = __webpack_require__(2224);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 9466:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 2014:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var node_process = __webpack_require__(932);
var cst = __webpack_require__(2224);
var lexer = __webpack_require__(8155);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 7837:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var composer = __webpack_require__(1918);
var Document = __webpack_require__(6443);
var errors = __webpack_require__(6738);
var log = __webpack_require__(7395);
var identity = __webpack_require__(9769);
var lineCounter = __webpack_require__(9466);
var parser = __webpack_require__(2014);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 3846:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var map = __webpack_require__(7365);
var seq = __webpack_require__(4576);
var string = __webpack_require__(1334);
var tags = __webpack_require__(4424);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7365:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var YAMLMap = __webpack_require__(7232);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 6706:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3319);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 4576:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var YAMLSeq = __webpack_require__(6773);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 1334:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyString = __webpack_require__(2787);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 6917:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3319);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8683:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3319);
var stringifyNumber = __webpack_require__(1387);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 3820:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyNumber = __webpack_require__(1387);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 7674:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var map = __webpack_require__(7365);
var _null = __webpack_require__(6706);
var seq = __webpack_require__(4576);
var string = __webpack_require__(1334);
var bool = __webpack_require__(6917);
var float = __webpack_require__(8683);
var int = __webpack_require__(3820);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 6101:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3319);
var map = __webpack_require__(7365);
var seq = __webpack_require__(4576);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 4424:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var map = __webpack_require__(7365);
var _null = __webpack_require__(6706);
var seq = __webpack_require__(4576);
var string = __webpack_require__(1334);
var bool = __webpack_require__(6917);
var float = __webpack_require__(8683);
var int = __webpack_require__(3820);
var schema = __webpack_require__(7674);
var schema$1 = __webpack_require__(6101);
var binary = __webpack_require__(369);
var merge = __webpack_require__(3506);
var omap = __webpack_require__(5853);
var pairs = __webpack_require__(6807);
var schema$2 = __webpack_require__(5195);
var set = __webpack_require__(4146);
var timestamp = __webpack_require__(8538);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 369:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var node_buffer = __webpack_require__(181);
var Scalar = __webpack_require__(3319);
var stringifyString = __webpack_require__(2787);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 7148:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3319);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 2540:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3319);
var stringifyNumber = __webpack_require__(1387);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 475:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyNumber = __webpack_require__(1387);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 3506:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var Scalar = __webpack_require__(3319);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 5853:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var toJS = __webpack_require__(1133);
var YAMLMap = __webpack_require__(7232);
var YAMLSeq = __webpack_require__(6773);
var pairs = __webpack_require__(6807);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 6807:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var Pair = __webpack_require__(2607);
var Scalar = __webpack_require__(3319);
var YAMLSeq = __webpack_require__(6773);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5195:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var map = __webpack_require__(7365);
var _null = __webpack_require__(6706);
var seq = __webpack_require__(4576);
var string = __webpack_require__(1334);
var binary = __webpack_require__(369);
var bool = __webpack_require__(7148);
var float = __webpack_require__(2540);
var int = __webpack_require__(475);
var merge = __webpack_require__(3506);
var omap = __webpack_require__(5853);
var pairs = __webpack_require__(6807);
var set = __webpack_require__(4146);
var timestamp = __webpack_require__(8538);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 4146:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var Pair = __webpack_require__(2607);
var YAMLMap = __webpack_require__(7232);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 8538:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyNumber = __webpack_require__(1387);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 8593:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 6306:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var anchors = __webpack_require__(8406);
var identity = __webpack_require__(9769);
var stringifyComment = __webpack_require__(4197);
var stringifyString = __webpack_require__(2787);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1542:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var stringify = __webpack_require__(6306);
var stringifyComment = __webpack_require__(4197);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 4197:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 3591:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var stringify = __webpack_require__(6306);
var stringifyComment = __webpack_require__(4197);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 1387:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 8678:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);
var Scalar = __webpack_require__(3319);
var stringify = __webpack_require__(6306);
var stringifyComment = __webpack_require__(4197);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 2787:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3319);
var foldFlowLines = __webpack_require__(8593);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 9006:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(9769);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 6961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ createClock)
/* harmony export */ });
/** The machine's clocks. */
function createClock() {
    return {
        now: () => new Date().toISOString(),
        elapsedMs: () => performance.now(),
    };
}


/***/ }),

/***/ 5663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ findRefNameFault)
/* harmony export */ });
/**
 * Why a ref may not be written, or null when its name lies beneath `refs/heads/<prefix>/` or `refs/tags/<prefix>/`.
 * Stricter than git (`man git-check-ref-format`): letters, digits, dots, dashes and underscores alone, so that no
 * spelling, case or escape of a name can lead anywhere else on any file system.
 */
function findRefNameFault(ref, prefix) {
    const parts = ref.split("/");
    const [refs, kind, room, ...rest] = parts;
    if (refs !== "refs" || (kind !== "heads" && kind !== "tags") || room !== prefix) {
        return `it is not beneath refs/heads/${prefix}/ or refs/tags/${prefix}/`;
    }
    if (rest.length === 0) {
        return "it is the prefix itself";
    }
    const bad = rest.find((part) => !isPlainPart(part));
    return bad === undefined ? null : `${JSON.stringify(bad)} is not a plain part of a name`;
}
function isPlainPart(part) {
    return (/^[a-zA-Z0-9_][a-zA-Z0-9._-]*$/.test(part) &&
        !part.includes("..") &&
        !part.endsWith(".") &&
        !part.toLowerCase().endsWith(".lock"));
}


/***/ }),

/***/ 1223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ splitAtNul),
/* harmony export */   p: () => (/* binding */ decodeStrictly)
/* harmony export */ });
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Text of bytes that are valid UTF-8, else null: a lossy name would name some other file. */
function decodeStrictly(bytes) {
    try {
        return utf8.decode(bytes);
    }
    catch {
        return null;
    }
}
/** The parts of NUL-terminated output, as bytes. */
function splitAtNul(output) {
    const parts = [];
    for (let start = 0; start < output.length;) {
        const end = output.indexOf(0, start);
        const stop = end === -1 ? output.length : end;
        parts.push(output.subarray(start, stop));
        start = stop + 1;
    }
    return parts;
}


/***/ }),

/***/ 2115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ parseJournalLine),
/* harmony export */   k: () => (/* binding */ renderJournalLine)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _domain_events_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4722);


const checksum = /,"sum":"([0-9a-f]{16})"\}$/;
/**
 * One event as a line, without its newline: `{v, seq, at, event fields…, sum}`. `sum` is the first 16 hexadecimal
 * digits of the SHA-256 of the line without it. Throws a ZodError for an event that could not be read back. Pure.
 */
function renderJournalLine({ seq, at, event }) {
    const bare = JSON.stringify({ v: _domain_events_js__WEBPACK_IMPORTED_MODULE_1__/* .JOURNAL_VERSION */ .d, seq, at, ..._domain_events_js__WEBPACK_IMPORTED_MODULE_1__/* .eventSchema */ .G.parse(event) });
    return `${bare.slice(0, -1)},"sum":"${sumOf(bare)}"}`;
}
/** Reads a line back; it never throws. Pure. */
function parseJournalLine(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return { status: "damaged", reason: "it is not JSON" };
    }
    if (typeof value !== "object" || value === null || !("v" in value) || typeof value.v !== "number") {
        return { status: "damaged", reason: "it has no version" };
    }
    // Before the checksum: a later version may well compute another one.
    if (value.v > _domain_events_js__WEBPACK_IMPORTED_MODULE_1__/* .JOURNAL_VERSION */ .d) {
        return { status: "newer", version: value.v };
    }
    const sum = checksum.exec(line);
    if (sum === null || sum[1] !== sumOf(`${line.slice(0, sum.index)}}`)) {
        return { status: "damaged", reason: "its checksum does not fit" };
    }
    const parsed = _domain_events_js__WEBPACK_IMPORTED_MODULE_1__/* .eventSchema */ .G.safeParse(value);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = issue === undefined ? "" : ` (${issue.path.join(".")}: ${issue.message})`;
        return { status: "damaged", reason: `it is no event${where}` };
    }
    const { seq, at } = value;
    if (typeof seq !== "number" || !Number.isSafeInteger(seq) || typeof at !== "string") {
        return { status: "damaged", reason: "it has no number or no date" };
    }
    return { status: "entry", entry: { seq, at, event: parsed.data } };
}
function sumOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 16);
}


/***/ }),

/***/ 9138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/**
 * Writes a file so that a reader sees the old content or the new one, never a part: a temporary file beside it, flushed,
 * then renamed over it. Makes the folder where it is missing. On failure the old file stays and nothing is left behind;
 * the system's error is thrown. What can be made again from the journal need not be flushed: after a power cut it may
 * then be old or empty.
 */
async function writeAtomically(path, content, { isFlushed = true } = {}) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
    try {
        await writeNew(temporary, content, isFlushed);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(temporary, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true });
        throw error;
    }
    if (isFlushed) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const place = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY), true);
            await place.sync();
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
}
async function writeNew(path, content, isFlushed) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_2, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, "wx"), true);
        await file.writeFile(content);
        if (isFlushed)
            await file.sync();
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}


/***/ }),

/***/ 7167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ configInvalid)
});

// EXTERNAL MODULE: ./lib/src/domain/errors.js
var errors = __webpack_require__(4376);
;// CONCATENATED MODULE: ./lib/src/config/format-problem.js
/** A problem in one line: `file:line:column: key: what is wrong; did you mean "…"?`. */
function formatProblem({ source, key, message, suggestion }) {
    const where = source.kind === "file" ? `${source.path}:${source.line}:${source.column}` : source.name;
    const what = suggestion === undefined ? message : `${message}; did you mean ${JSON.stringify(suggestion)}?`;
    return [where, key, what].filter((part) => part !== "").join(": ");
}

;// CONCATENATED MODULE: ./lib/src/config/config-invalid.js


/** The error for a config that cannot be used: code CONFIG_INVALID, every problem on a line of its own. */
function configInvalid(problems) {
    return (0,errors/* usageError */.Wp)({
        code: "CONFIG_INVALID",
        message: problems.map(formatProblem).join("\n"),
        hint: "Correct what is listed; docs/configuration.md describes every key.",
    });
}


/***/ }),

/***/ 7124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatPath)
/* harmony export */ });
/** A config path as people write it: `["gates", 0, "command"]` is `gates[0].command`. */
function formatPath(path) {
    return path
        .map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`))
        .join("");
}


/***/ }),

/***/ 5264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ loadConfig),
/* harmony export */   t: () => (/* binding */ CONFIG_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4376);
/* harmony import */ var _resolve_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(740);




/** Where the config is looked for, relative to the repository's root. */
const CONFIG_PATH = ".github/nightshift.yml";
const MISNAMED_PATH = ".github/nightshift.yaml";
/**
 * Reads the config file, if there is one, and resolves the effective config.
 * @throws CONFIG_INVALID with every problem; CONFIG_MISSING when the named file cannot be read; CONFIG_MISNAMED for
 * `.github/nightshift.yaml`, which would be ignored without a word
 */
async function loadConfig(input) {
    const { flags, environment } = input;
    if (input.file !== undefined) {
        const text = await readText((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(input.file)).catch((error) => {
            throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)({
                code: "CONFIG_MISSING",
                message: `The config file ${input.file} cannot be read: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .describeError */ .Uc)(error)}`,
                hint: `Name an existing file with --config, or leave it out to use ${CONFIG_PATH}.`,
                cause: error,
            });
        });
        return (0,_resolve_config_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveConfig */ .p)({ file: { text, path: input.file }, flags, environment });
    }
    if ((await readOptional((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(input.root, MISNAMED_PATH))) !== null) {
        throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)({
            code: "CONFIG_MISNAMED",
            message: `The config is called ${MISNAMED_PATH}, where nothing reads it.`,
            hint: `Rename it to ${CONFIG_PATH}.`,
        });
    }
    const text = await readOptional((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(input.root, CONFIG_PATH));
    const file = text === null ? null : { text, path: CONFIG_PATH };
    return (0,_resolve_config_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveConfig */ .p)({ file, flags, environment });
}
async function readOptional(path) {
    try {
        return await readText(path);
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        if (code === "ENOENT" || code === "ENOTDIR")
            return null;
        throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)({
            code: "CONFIG_MISSING",
            message: `The config file ${path} cannot be read: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .describeError */ .Uc)(error)}`,
            hint: "Make it a readable file, or name another one with --config.",
            cause: error,
        });
    }
}
/** Refuses what is not UTF-8 instead of replacing it: a mangled glob would match nothing. */
async function readText(path) {
    return new TextDecoder("utf-8", { fatal: true }).decode(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path));
}


/***/ }),

/***/ 740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ resolveConfig)
});

// EXTERNAL MODULE: ../../zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(6941);
// EXTERNAL MODULE: ./lib/src/config/schema.js + 2 modules
var schema = __webpack_require__(8916);
;// CONCATENATED MODULE: ./lib/src/config/config-keys.js


/** The schema of what a config file may hold, as plain data to walk. */
function readSchemaTree() {
    return json_schema_processors/* toJSONSchema */.bl(schema/* configSchema */.Q, { io: "input" });
}
/**
 * Every setting, in the schema's order. Sections are walked; lists (such as `gates`) are one setting. The variable's
 * name is the path in upper snake case after `NIGHTSHIFT_`.
 */
function listConfigKeys() {
    return listLeaves(readSchemaTree(), []);
}
function listLeaves(node, path) {
    if (node.properties === undefined) {
        const variable = `NIGHTSHIFT_${path.map(toUpperSnake).join("_")}`;
        return [
            { path: path.join("."), variable, isText: node.type === "string", isList: node.type === "array" },
        ];
    }
    return Object.entries(node.properties).flatMap(([key, child]) => listLeaves(child, [...path, key]));
}
function toUpperSnake(name) {
    return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

;// CONCATENATED MODULE: ./lib/src/config/describe-issue.js
/** What a zod issue means for the person who wrote the value: one clause, with the value. */
function describeIssue(issue, value) {
    if (value === undefined && issue.code !== "unrecognized_keys")
        return "is missing";
    if (value === null)
        return "is empty; give it a value or remove the key";
    switch (issue.code) {
        case "invalid_type": {
            const isQuotable = issue.expected === "string" && ["number", "boolean"].includes(typeof value);
            return `expected ${nameType(issue.expected)}, got ${show(value)}${isQuotable ? "; put it in quotes" : ""}`;
        }
        case "invalid_value":
            return `expected ${listValues(issue.values.map(String))}, got ${show(value)}`;
        case "invalid_union":
            return describeUnion(issue, value);
        case "too_small":
        case "too_big":
            return describeRange(issue, value);
        case "unrecognized_keys":
            return "unknown key";
        default:
            return `${issue.message}, got ${show(value)}`;
    }
}
/** The branch that takes this type of value says what is wrong with it; else all types are named. */
function describeUnion(issue, value) {
    const branches = issue.errors.flatMap((issues) => issues.slice(0, 1));
    const fitting = branches.find((branch) => branch.code !== "invalid_type" || branch.path.length > 0);
    if (fitting !== undefined)
        return describeIssue(fitting, fitting.path.length > 0 ? [] : value);
    const types = branches.map((branch) => (branch.code === "invalid_type" ? nameType(branch.expected) : ""));
    return `expected ${types.join(" or ")}, got ${show(value)}`;
}
function describeRange(issue, value) {
    if (issue.origin === "string")
        return "is empty";
    if (issue.origin === "array")
        return "is an empty list";
    const isInclusive = issue.inclusive ?? true;
    const limit = issue.code === "too_small"
        ? `${isInclusive ? "at least" : "more than"} ${issue.minimum}`
        : `${isInclusive ? "at most" : "less than"} ${issue.maximum}`;
    return `expected ${limit}, got ${show(value)}`;
}
function nameType(expected) {
    const names = {
        string: "text",
        int: "a whole number",
        number: "a number",
        boolean: "true or false",
        array: "a list",
        object: "a mapping of keys to values",
        record: "a mapping of names to texts",
    };
    return names[expected] ?? expected;
}
function listValues(values) {
    if (values.length === 1)
        return JSON.stringify(values[0]);
    return `one of ${values.join(", ")}`;
}
function show(value) {
    if (Array.isArray(value))
        return "a list";
    if (typeof value === "object" && value !== null)
        return "a mapping";
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 80 ? `${text.slice(0, 77)}…"` : text;
}

;// CONCATENATED MODULE: ./lib/src/config/find-nearest.js
/**
 * The candidate that a misspelt word most likely meant, or undefined when none is near. Near is an edit distance of
 * at most a third of the word's length (and at least one), case and separators set aside.
 * Distance: optimal string alignment, so that swapped neighbours count as one edit.
 */
function findNearest(word, candidates) {
    const wanted = normalise(word);
    let nearest;
    for (const candidate of candidates) {
        const distance = measureDistance(wanted, normalise(candidate));
        if (distance < (nearest?.distance ?? Number.POSITIVE_INFINITY))
            nearest = { candidate, distance };
    }
    const limit = Math.max(1, Math.floor(wanted.length / 3));
    return nearest !== undefined && nearest.distance <= limit ? nearest.candidate : undefined;
}
function normalise(word) {
    return word.toLowerCase().replaceAll(/[-_]/g, "");
}
function measureDistance(left, right) {
    let beforePrevious = [];
    let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= right.length; column += 1) {
            const isSame = left[row - 1] === right[column - 1];
            let cost = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + (isSame ? 0 : 1));
            const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
            if (row > 1 && column > 1 && isSwapped)
                cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
            current.push(cost);
        }
        beforePrevious = previous;
        previous = current;
    }
    return at(previous, right.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}

// EXTERNAL MODULE: ./lib/src/config/format-path.js
var format_path = __webpack_require__(7124);
;// CONCATENATED MODULE: ./lib/src/config/check-values.js





/** Every problem that plain data has as a config, in the order in which it stands in the data. */
function checkValues(values, locate) {
    const result = schema/* configSchema */.Q.safeParse(values);
    if (result.success)
        return [];
    return result.error.issues.flatMap((issue) => explainIssue(issue, values, locate)).toSorted(byPosition);
}
function explainIssue(issue, values, locate) {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => {
            const source = locate([...path, key], "key");
            if (isModelKey(path, key))
                return { source, key: (0,format_path/* formatPath */.j)([...path, key]), message: noModelKeys };
            const suggestion = suggestKey(path, key);
            return {
                source,
                key: (0,format_path/* formatPath */.j)([...path, key]),
                message: "unknown key",
                ...(suggestion === undefined ? {} : { suggestion }),
            };
        });
    }
    const value = readPath(values, path);
    const suggestion = issue.code === "invalid_value" && typeof value === "string"
        ? findNearest(value, issue.values.map(String))
        : undefined;
    return [
        {
            source: locate(path, "value"),
            key: (0,format_path/* formatPath */.j)(path),
            message: describeIssue(issue, value),
            ...(suggestion === undefined ? {} : { suggestion }),
        },
    ];
}
const noModelKeys = "keys of models come from the environment alone; remove it here, and make a new one";
/** A key to a provider that someone wrote into the file, where everybody can read it. */
function isModelKey(section, key) {
    return section[0] === "brain" && /key|token|secret|password|credential/i.test(key);
}
/** A key near by in the same section, else the setting elsewhere that has this very name. */
function suggestKey(section, key) {
    let node = readSchemaTree();
    for (const part of section)
        node = typeof part === "number" ? node?.items : node?.properties?.[part];
    const neighbour = findNearest(key, Object.keys(node?.properties ?? {}));
    if (neighbour !== undefined)
        return neighbour;
    const settings = listConfigKeys().filter(({ path }) => path.includes("."));
    const names = settings.map(({ path }) => path.slice(path.lastIndexOf(".") + 1));
    const name = findNearest(key, names);
    return name === undefined ? undefined : settings[names.indexOf(name)]?.path;
}
function readPath(values, path) {
    let value = values;
    for (const part of path) {
        if (typeof value !== "object" || value === null)
            return undefined;
        value = Reflect.get(value, part);
    }
    return value;
}
function byPosition(left, right) {
    if (left.source.kind !== "file" || right.source.kind !== "file")
        return 0;
    return left.source.line - right.source.line || left.source.column - right.source.column;
}

// EXTERNAL MODULE: ../../yaml/dist/index.js
var dist = __webpack_require__(9101);
// EXTERNAL MODULE: ./lib/src/domain/errors.js
var errors = __webpack_require__(4376);
;// CONCATENATED MODULE: ./lib/src/config/read-yaml.js


/** Reads one YAML document (1.2; anchors and `<<` merges work). Never throws: problems are part of the result. */
function readYaml(text, path) {
    const lines = new dist.LineCounter();
    const document = (0,dist.parseDocument)(text, { lineCounter: lines, merge: true, prettyErrors: false });
    const locateOffset = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { kind: "file", path, line: Math.max(1, line), column: Math.max(1, col) };
    };
    const locate = (target, what = "value") => locateOffset(findOffset(document, target, what));
    const problems = [...document.errors, ...document.warnings].map((error) => ({
        source: locateOffset(error.pos[0]),
        key: "",
        message: describeYamlError(error.code, error.message, text.slice(error.pos[0], error.pos[0] + 80)),
    }));
    (0,dist.visit)(document, {
        Alias: (_, alias) => {
            if (alias.resolve(document) !== undefined)
                return;
            const message = `the alias *${alias.source} has no anchor before it`;
            problems.push({ source: locateOffset(startOf(alias) ?? 0), key: "", message });
        },
    });
    if (problems.length > 0)
        return { path, value: {}, problems, locate };
    try {
        return { path, value: document.toJS() ?? {}, problems, locate };
    }
    catch (error) {
        // Aliases that expand without bound are refused here, by the library's limit of 100.
        problems.push({ source: locateOffset(0), key: "", message: (0,errors/* describeError */.Uc)(error) });
        return { path, value: {}, problems, locate };
    }
}
function describeYamlError(code, message, excerpt) {
    switch (code) {
        case "DUPLICATE_KEY":
            return `the key ${JSON.stringify(/^["']?([^"':\s]*)/.exec(excerpt)?.[1] ?? "")} is given twice`;
        case "TAB_AS_INDENT":
            return "a tab indents this line; YAML takes spaces only";
        case "MULTIPLE_DOCS":
            return "a second document starts here; the config is one";
        default:
            return `not valid YAML: ${message}`;
    }
}
function findOffset(document, path, what) {
    let node = document.contents;
    let offset = startOf(node) ?? 0;
    for (const [depth, part] of path.entries()) {
        if ((0,dist.isAlias)(node))
            node = node.resolve(document);
        const isLast = depth === path.length - 1;
        if ((0,dist.isMap)(node)) {
            const pair = node.items.find(({ key }) => (0,dist.isScalar)(key) && String(key.value) === String(part));
            if (pair === undefined)
                break;
            offset = startOf(pair.key) ?? offset;
            if (!isLast || what === "value")
                offset = startOf(pair.value) ?? offset;
            node = pair.value;
        }
        else if ((0,dist.isSeq)(node)) {
            node = node.items[Number(part)];
            offset = startOf(node) ?? offset;
        }
        else
            break;
    }
    return offset;
}
function startOf(node) {
    return (0,dist.isNode)(node) ? node.range?.[0] : undefined;
}

;// CONCATENATED MODULE: ./lib/src/config/check-config-text.js


/** A config file's text, read as YAML and checked against the schema. Never throws: every problem is in the result. */
function checkConfigText(text, path) {
    const source = readYaml(text, path);
    return { source, problems: findProblems(source) };
}
function findProblems(source) {
    if (source.problems.length > 0)
        return source.problems;
    if (typeof source.value !== "object" || source.value === null || Array.isArray(source.value)) {
        const found = Array.isArray(source.value) ? "a list" : JSON.stringify(source.value);
        const message = `the file has to be a mapping of keys to values, got ${found}`;
        return [{ source: source.locate([]), key: "", message }];
    }
    return checkValues(source.value, source.locate);
}

// EXTERNAL MODULE: ./lib/src/config/config-invalid.js + 1 modules
var config_invalid = __webpack_require__(7167);
;// CONCATENATED MODULE: ./lib/src/config/reserved-variables.js
/**
 * `NIGHTSHIFT_` variables that are no settings: they are left to those who read them, and never reported as
 * misspelt. A name that ends in `_` reserves everything that begins with it.
 */
const reservedVariables = [
    /** Read by the command line: what it prints and where things lie, not what a campaign does. */
    "NIGHTSHIFT_LOG_FORMAT",
    "NIGHTSHIFT_ROOT",
    "NIGHTSHIFT_CONFIG",
    /** Handed to run-time files in a sandbox (reporters, tracers). */
    "NIGHTSHIFT_SUPPORT_",
    "NIGHTSHIFT_TRACE_",
    /** Switches of this project's own tests and benchmarks. */
    "NIGHTSHIFT_TEST_",
    "NIGHTSHIFT_BENCH_",
];

;// CONCATENATED MODULE: ./lib/src/config/read-environment.js




/**
 * The settings among environment variables. Text settings are taken as they are; everything else is read as YAML,
 * so `10`, `true`, `null` and `[src/**, lib/**]` mean what they mean in the file; a list setting also takes one text
 * alone. An empty variable counts as not set. A `NIGHTSHIFT_` variable that is neither a setting nor reserved is a
 * problem that names the nearest valid one.
 */
function readEnvironment(environment) {
    const keys = new Map(listConfigKeys().map((key) => [key.variable, key]));
    const settings = [];
    const problems = [];
    for (const [name, text] of Object.entries(environment)) {
        if (!name.startsWith("NIGHTSHIFT_") || isReserved(name))
            continue;
        const key = keys.get(name);
        if (key === undefined) {
            const suggestion = suggestVariable(name, [...keys.keys()]);
            problems.push({
                source: { kind: "environment", name },
                key: "",
                message: "this environment variable matches no setting",
                ...(suggestion === undefined ? {} : { suggestion }),
            });
        }
        else if (text !== undefined && text !== "") {
            settings.push({ path: key.path, name, value: readValue(text, key) });
        }
    }
    return { settings, problems };
}
/** The common prefix is set aside: it would make any two names near. */
function suggestVariable(name, variables) {
    const rest = (variable) => variable.slice("NIGHTSHIFT_".length);
    const nearest = findNearest(rest(name), variables.map(rest));
    return nearest === undefined ? undefined : `NIGHTSHIFT_${nearest}`;
}
function isReserved(name) {
    return reservedVariables.some((reserved) => reserved.endsWith("_") ? name.startsWith(reserved) : name === reserved);
}
function readValue(text, key) {
    if (key.isText)
        return text;
    // A glob such as `**/*.js` begins like a YAML alias, so a lone text for a list is never given to the parser.
    if (key.isList && !text.trimStart().startsWith("["))
        return [text];
    try {
        return (0,dist.parse)(text);
    }
    catch {
        // What is no YAML is checked, and refused, as the text that it is.
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/src/config/resolve-config.js






/**
 * The effective config: defaults < file < flags < environment. A list replaces the weaker list as a whole.
 * @throws CONFIG_INVALID with every problem of file, flags and environment
 */
function resolveConfig(input) {
    const file = input.file === null ? null : checkConfigText(input.file.text, input.file.path);
    const environment = readEnvironment(input.environment);
    const given = input.flags.filter(({ value }) => value !== undefined);
    const problems = [
        ...(file?.problems ?? []),
        ...checkSettings(given, "flag"),
        ...environment.problems,
        ...checkSettings(environment.settings, "environment"),
    ];
    if (problems.length > 0)
        throw (0,config_invalid/* configInvalid */.k)(problems);
    const values = structuredClone(file?.source.value ?? {});
    const origins = new Map(listConfigKeys().map(({ path }) => [path, hasSetting(values, path) ? "file" : "default"]));
    const layers = [
        { origin: "flag", settings: given },
        { origin: "environment", settings: environment.settings },
    ];
    const sources = new Map();
    for (const { origin, settings } of layers) {
        for (const { path, name, value } of settings) {
            setSetting(values, path, value);
            origins.set(path, origin);
            sources.set(path, { kind: origin, name });
        }
    }
    const locate = (path, what) => findSource(sources, path) ?? file?.source.locate(path, what) ?? { kind: "flag", name: "detected" };
    return {
        config: schema/* configSchema */.Q.parse(values),
        origins,
        notices: findOverrides(given, environment.settings),
        path: input.file?.path ?? null,
        locate,
    };
}
function checkSettings(settings, kind) {
    return settings.flatMap((setting) => {
        const values = {};
        setSetting(values, setting.path, setting.value);
        return checkValues(values, () => ({ kind, name: setting.name }));
    });
}
function findOverrides(flags, environment) {
    return environment.flatMap(({ path, name, value }) => {
        const flag = flags.find((candidate) => candidate.path === path);
        if (flag === undefined || JSON.stringify(flag.value) === JSON.stringify(value))
            return [];
        return [`${name} in the environment overrides ${flag.name}: ${path} is ${JSON.stringify(value)}`];
    });
}
function findSource(sources, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const source = sources.get(path.slice(0, length).join("."));
        if (source !== undefined)
            return source;
    }
    return undefined;
}
function hasSetting(values, path) {
    let value = values;
    for (const part of path.split(".")) {
        if (typeof value !== "object" || value === null || !Object.hasOwn(value, part))
            return false;
        value = Reflect.get(value, part);
    }
    return true;
}
/** Sets a setting in data made by this file, creating its sections. */
function setSetting(values, path, value) {
    const parts = path.split(".");
    let section = values;
    for (const part of parts.slice(0, -1)) {
        const next = Reflect.get(section, part);
        if (typeof next === "object" && next !== null)
            section = next;
        else {
            const created = {};
            Reflect.set(section, part, created);
            section = created;
        }
    }
    Reflect.set(section, parts.at(-1) ?? "", value);
}


/***/ }),

/***/ 8916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ configSchema)
});

// UNUSED EXPORTS: gateConfigSchema

// EXTERNAL MODULE: ../../zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(1471);
// EXTERNAL MODULE: ./lib/src/domain/brain-kind.js
var brain_kind = __webpack_require__(7150);
// EXTERNAL MODULE: ./lib/src/domain/gate.js
var gate = __webpack_require__(1360);
// EXTERNAL MODULE: ./lib/src/domain/method-kind.js
var method_kind = __webpack_require__(3693);
;// CONCATENATED MODULE: ./lib/src/config/method-schema.js


const weight = schemas/* number */.aig().min(0).max(1);
/** How brains are put to work on an item, and the bounds of each way. */
const methodSchema = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(["auto", ...method_kind/* methodKinds */.R])
        .default("auto")
        .describe("`auto` picks by the kind of work item and by what worked before in this repository."),
    rounds: schemas/* int */.Whr()
        .min(1)
        .max(10)
        .default(2)
        .describe("How often a reviewer may send a candidate back, for each attempt."),
    candidates: schemas/* int */.Whr().min(2).max(20).default(5).describe("Candidates that `adversarial` compares."),
    weights: schemas/* strictObject */.rej({
        performance: weight.default(0.2),
        readability: weight.default(0.3),
        maintainability: weight.default(0.2),
        diffSize: weight.default(0.3),
    })
        .prefault({})
        .describe("What counts in a score. Correctness is no weight: it multiplies, and whatever fails scores 0."),
})
    .describe("How the brain is put to work on an item.");

// EXTERNAL MODULE: ./lib/src/domain/model-provider.js
var model_provider = __webpack_require__(8618);
;// CONCATENATED MODULE: ./lib/src/config/model-schema.js


const provider = schemas/* enum */.k5n(model_provider/* modelProviders */.c);
const baseUrl = schemas/* string */.YjP().default("");
const fallbackSchema = schemas/* strictObject */.rej({
    provider,
    model: schemas/* string */.YjP().min(1),
    baseUrl: baseUrl.describe("The provider's own without it."),
    for: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe("Purposes of calls or kinds of work items that it is for; all without it."),
})
    .describe("A further model.");
/** The models that the `llm` brain asks. Keys are no part of it: they come from the environment alone. */
const modelSchema = schemas/* strictObject */.rej({
    provider: provider.default("openai").describe("Whose model it is; says where it is asked and how."),
    model: schemas/* string */.YjP().default("").describe("Name of the model, as the provider calls it."),
    baseUrl: baseUrl.describe("Where it is asked, such as `http://localhost:8000/v1`; without it the provider's own, or what its variable says."),
    temperature: schemas/* number */.aig()
        .min(0)
        .max(2)
        .nullable()
        .default(0.1)
        .describe("Low is steady; left out where a model refuses it. Null: the model's own."),
    maxOutputTokens: schemas/* int */.Whr()
        .min(256)
        .max(200_000)
        .default(16_000)
        .describe("What one reply may take, reasoning too. Budgets reckon with it before each call."),
    timeoutSeconds: schemas/* number */.aig()
        .positive()
        .max(290)
        .default(240)
        .describe("How long one reply may take. Node.js itself ends a silent request after 300."),
    maxSteps: schemas/* int */.Whr()
        .min(1)
        .max(500)
        .default(40)
        .describe("Replies in one conversation about a work item; what the model has by then is refused."),
    models: schemas/* array */.YOg(fallbackSchema)
        .default([])
        .describe("Further models, asked in this order where one before is out, refuses or has no quota left."),
})
    .describe("The models of the `llm` brain. Their keys come from the environment alone.");
/** What models cost where the built-in table does not know, or knows otherwise. */
const pricesSchema = schemas/* record */.g1P(schemas/* string */.YjP().min(1), schemas/* strictObject */.rej({
    input: schemas/* number */.aig().min(0),
    cached: schemas/* number */.aig().min(0).optional(),
    output: schemas/* number */.aig().min(0),
}))
    .describe("What models cost, by `model` or `provider/model`: `input`, `cached` and `output` in US dollars for a million tokens.");

;// CONCATENATED MODULE: ./lib/src/config/schema.js





const commandSchema = schemas/* union */.KCZ([schemas/* string */.YjP().min(1), schemas/* array */.YOg(schemas/* string */.YjP()).min(1)])
    .describe("A command: a string for `sh -c`, or a list of arguments that is run as it is.");
const glob = schemas/* string */.YjP().min(1);
function isRegularExpression(pattern) {
    try {
        new RegExp(pattern);
        return true;
    }
    catch {
        return false;
    }
}
const minutes = schemas/* number */.aig().positive();
const budgetSchema = schemas/* strictObject */.rej({
    tokens: schemas/* int */.Whr().min(0).nullable().default(null).describe("In and out together; null is no limit."),
    costUsd: schemas/* number */.aig().min(0).nullable().default(null).describe("In US dollars; null is no limit."),
    minutes: minutes.nullable().default(null).describe("Wall time; null is no limit."),
});
const goldenSchema = schemas/* strictObject */.rej({
    projects: glob.describe("Glob of project folders, relative to the gate's `cwd`."),
    stdout: schemas/* string */.YjP().optional().describe("File in each project with the expected standard output."),
    expected: schemas/* string */.YjP().optional().describe("Folder in each project with the expected files."),
    actual: schemas/* string */.YjP().optional().describe("Folder in each project where the command leaves its files."),
})
    .describe("For `golden` gates: the projects, and what the command must give for each.");
const benchmarkSchema = schemas/* strictObject */.rej({
    pattern: schemas/* string */.YjP().min(1).describe("Regular expression; its first group is the measured number."),
    direction: schemas/* enum */.k5n(["lower-is-better", "higher-is-better"]).default("lower-is-better"),
    threshold: schemas/* number */.aig().min(0).max(1).default(0.05).describe("Smallest relative change that counts."),
    repeats: schemas/* int */.Whr().min(2).max(100).default(5).describe("Interleaved runs of base and of candidate."),
})
    .describe("For `benchmark` gates: the number to read, and when a change counts.");
/** A gate as the config file writes it; what is absent is filled in by its runner or by the defaults. */
const gateConfigSchema = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP()
        .regex(/^[a-zA-Z0-9][a-zA-Z0-9._:@/-]*$/, "expected a letter or digit, then letters, digits and any of . _ : @ / -")
        .describe("Unique among the gates; reports and commits call the gate so."),
    kind: schemas/* enum */.k5n(gate/* gateKinds */.hu).describe("What the gate measures, and so how its result is compared."),
    command: commandSchema,
    files: schemas/* array */.YOg(glob)
        .min(1)
        .optional()
        .describe("Runs the command once for each tracked file, as `{file}`."),
    only: commandSchema.optional().describe("Runs one test file, `{file}`, or one test in it, `{name}`."),
    fix: commandSchema.optional().describe("The linter's own fixer, for `{file}`."),
    runner: schemas/* enum */.k5n(gate/* runners */.ae).optional().describe("The test runner, where the command does not show it."),
    format: schemas/* enum */.k5n(gate/* reportFormats */.zX).optional().describe("How to read the report."),
    report: schemas/* string */.YjP().min(1).optional().describe("File that holds the report; standard output without it."),
    before: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe("Commands that run in the sandbox ahead of this gate."),
    cwd: schemas/* string */.YjP().default(".").describe("Folder to run in, relative to the repository's root."),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}).describe("Environment variables for the command."),
    network: schemas/* enum */.k5n(["none", "host"])
        .default("none")
        .describe("`host` lets the gate reach the network; marked in the evidence."),
    timeoutMinutes: minutes
        .default(10)
        .describe("The gate is ended, and an error, after this long. One file or project that takes half of it fails."),
    required: schemas/* boolean */.zMY().default(true).describe("Whether an error or an unproven gate blocks promotions."),
    order: schemas/* number */.aig()
        .optional()
        .describe("Gates run in ascending order; by default the cheapest kind first."),
    golden: goldenSchema.optional(),
    benchmark: benchmarkSchema.optional(),
})
    .describe("One gate: a command whose result is parsed and compared.");
/** The whole config file, `.github/nightshift.yml`. Every key has a default. */
const configSchema = schemas/* strictObject */.rej({
    goal: schemas/* string */.YjP()
        .default("")
        .describe("What this campaign is for, in a sentence. Shown to brains and in reports; with a model it is work itself, behind what gates find, once a test shows it."),
    focus: schemas/* array */.YOg(glob)
        .default([])
        .describe("Globs of the files that may be improved; all sources without it."),
    branches: schemas/* strictObject */.rej({
        sacred: schemas/* string */.YjP()
            .default("")
            .describe("The branch that only people write. Empty: the repository's default branch."),
        prefix: schemas/* string */.YjP()
            .regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, "expected one path segment of letters, digits, dots, dashes and underscores")
            .default("nightshift")
            .describe("Every ref that Nightshift writes is beneath this prefix."),
    })
        .prefault({})
        .describe("Names of the branches."),
    stop: schemas/* strictObject */.rej({
        maxCycles: schemas/* int */.Whr().min(1).max(10_000).default(10).describe("Cycles in one campaign."),
        maxHours: schemas/* number */.aig().positive().max(168).default(4).describe("Wall time of one campaign."),
        convergence: schemas/* int */.Whr()
            .min(1)
            .default(3)
            .describe("Stop after this many cycles in a row that taught nothing."),
        maxCostUsd: schemas/* number */.aig().min(0).nullable().default(null).describe("In US dollars; null is no limit."),
    })
        .prefault({})
        .describe("When a campaign ends."),
    gates: schemas/* array */.YOg(gateConfigSchema).default([]).describe("The gates. Without any, they are detected."),
    sandbox: schemas/* strictObject */.rej({
        setup: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
            .default([])
            .describe("Commands that install dependencies; run once per lock file digest, with network."),
        setupEnv: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
            .default([])
            .describe("Names of environment variables that set-up may see."),
        share: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
            .default([])
            .describe("Ignored folders to share besides the detected ones, such as `.venv`."),
        writable: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
            .default([])
            .describe("Folders in shared ones that a tool must write to; they get a temporary layer."),
        isolation: schemas/* enum */.k5n(["required", "auto", "none"])
            .default("auto")
            .describe("`auto` warns where bubblewrap is missing, `required` stops there."),
        memoryMb: schemas/* int */.Whr()
            .min(64)
            .default(8192)
            .describe("Memory for all processes of a command and its temporary folders together, in MiB; " +
            "at most three quarters of the machine's. Each process may reserve as much."),
        processes: schemas/* int */.Whr().min(8).default(512).describe("How many processes a sandbox may have at once."),
        openFiles: schemas/* int */.Whr().min(64).default(4096).describe("How many files each process may have open."),
        diskMb: schemas/* int */.Whr().min(16).default(8192).describe("What one command may write to the disk, in MiB."),
    })
        .prefault({})
        .describe("Where candidate code is edited and run."),
    brain: schemas/* strictObject */.rej({
        kind: schemas/* enum */.k5n(brain_kind/* brainKinds */._)
            .default("auto")
            .describe("`search` needs no key and no network; `llm` asks a model; `auto` is search first and, where a model is " +
            "named, the model for what is left; `none` measures and proposes nothing."),
        maxCandidates: schemas/* int */.Whr().min(1).default(4000).describe("Candidates for each work item."),
        maxPlainCandidates: schemas/* int */.Whr()
            .min(1)
            .default(400)
            .describe("Candidates for each work item where each of them needs the gate's own processes to run."),
        maxMinutes: minutes
            .default(5)
            .describe("Time of the search for each work item; ignored under a seed."),
        seed: schemas/* int */.Whr().nullable().default(null).describe("With a seed, bounds are counts and never time."),
        llm: modelSchema.prefault({}),
    })
        .prefault({})
        .describe("What proposes candidates."),
    budget: schemas/* strictObject */.rej({
        campaign: budgetSchema
            .prefault({})
            .describe("Of a whole campaign, besides `stop.maxCostUsd` and `stop.maxHours`: the lower one counts."),
        cycle: budgetSchema.prefault({}).describe("Of one cycle."),
        item: budgetSchema.prefault({}).describe("Of one work item, in all cycles that work on it."),
    })
        .prefault({})
        .describe("What calls of models may use. A call whose worst case goes beyond it is not made."),
    prices: pricesSchema.default({}),
    method: methodSchema.prefault({}),
    attempts: schemas/* int */.Whr()
        .min(1)
        .max(20)
        .default(3)
        .describe("Candidates of one brain that may reach the full gates, for each work item."),
    snapshots: schemas/* strictObject */.rej({ keep: schemas/* int */.Whr().min(1).default(10).describe("The newest that stay.") })
        .prefault({})
        .describe("Tags on master to roll back to."),
    promotion: schemas/* strictObject */.rej({
        strict: schemas/* boolean */.zMY().default(false).describe("Demand that every gate is at zero failures at once."),
        minConfidence: schemas/* number */.aig()
            .min(0)
            .max(1)
            .default(0.5)
            .describe("How sure the brain has to be, from 0 to 1. What every gate lets through and it is less sure of is a " +
            "suggestion, which stays off master; a brain that does not say how sure it is passes."),
    })
        .prefault({})
        .describe("What a promotion has to show."),
    policy: schemas/* strictObject */.rej({
        protected: schemas/* array */.YOg(glob)
            .default([])
            .describe("Globs that no candidate may edit, besides the built-in ones."),
        allowNewFeatures: schemas/* boolean */.zMY()
            .default(false)
            .describe("Whether a fix may add exported names, and files outside of tests."),
        forbidden: schemas/* array */.YOg(schemas/* string */.YjP().min(1).refine(isRegularExpression, "expected a regular expression"))
            .default([])
            .describe("Regular expressions that no added line may match: a cloud's SDK, say."),
        maxFiles: schemas/* int */.Whr().min(1).max(1000).default(20).describe("Files that a candidate may change."),
        maxLines: schemas/* int */.Whr().min(1).max(100_000).default(1000).describe("Lines that it may add and remove."),
        mutationCheck: schemas/* boolean */.zMY()
            .default(false)
            .describe("Demand that tests kill as many mutants of the changed functions as before."),
    })
        .prefault({})
        .describe("What candidates may not do."),
    memory: schemas/* strictObject */.rej({
        enabled: schemas/* boolean */.zMY().default(true).describe("Whether lessons are recalled and stored."),
        keepDays: schemas/* int */.Whr().min(1).default(365).describe("Age at which lessons are dropped."),
        halfLifeDays: schemas/* int */.Whr()
            .min(1)
            .max(3650)
            .default(30)
            .describe("Age at which what an attempt earned counts half, see `nightshift memory policy`."),
    })
        .prefault({})
        .describe("What campaigns remember of one another."),
    pullRequests: schemas/* strictObject */.rej({
        mode: schemas/* enum */.k5n(["per-promotion", "per-campaign"]).default("per-promotion"),
        maxOpen: schemas/* int */.Whr()
            .min(1)
            .default(10)
            .describe("Pull requests of Nightshift's that may be open at once."),
        maxPerNight: schemas/* int */.Whr().min(1).default(5).describe("Pull requests that it opens within 24 hours."),
        mergeOnApprove: schemas/* boolean */.zMY()
            .default(false)
            .describe("Whether `/approve` merges too, as far as the branch's own rules allow it; else it marks as ready for review."),
    })
        .prefault({})
        .describe("How promotions are offered on GitHub."),
})
    .describe("Configuration of Nightshift, `.github/nightshift.yml`.");


/***/ }),

/***/ 5254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PT: () => (/* binding */ budgetScopes),
/* harmony export */   pf: () => (/* binding */ budgetUnits),
/* harmony export */   yV: () => (/* binding */ noSpend)
/* harmony export */ });
/** What a budget binds, the widest first. A cycle works on one item; an item may come again in a later cycle. */
const budgetScopes = ["campaign", "cycle", "item"];
/** What a budget is counted in. Tokens are all that go in, cached ones too, and all that come out. */
const budgetUnits = ["tokens", "costUsd", "minutes"];
/** Before the first call. */
const noSpend = {
    calls: 0,
    inputTokens: 0,
    cachedTokens: 0,
    outputTokens: 0,
    chargedTokens: 0,
    costUsd: 0,
    unpricedCalls: 0,
};


/***/ }),

/***/ 2339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ BUNDLE_VERSION),
/* harmony export */   rc: () => (/* binding */ manifestSchema),
/* harmony export */   wL: () => (/* binding */ changesetSchema),
/* harmony export */   x0: () => (/* binding */ bundleLimits)
/* harmony export */ });
/* unused harmony export bundlePart */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1471);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3203);
/* harmony import */ var _denial_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3144);


/** The version of a bundle's files. One with another version is refused, never guessed at. */
const BUNDLE_VERSION = 1;
/** Bounds of a bundle; what goes beyond is refused before it is read further. */
const bundleLimits = {
    promotions: 200,
    /** Files of one changeset. */
    files: 2_000,
    /** Parts in a bundle. */
    parts: 1_000,
    partBytes: 16 * 1024 * 1024,
    /** All parts together, unpacked. */
    totalBytes: 128 * 1024 * 1024,
    manifestBytes: 4 * 1024 * 1024,
    /** Unpacked to packed. */
    ratio: 200,
};
const gitHash = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const cid = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^b[a-z2-7]{58}$/);
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative();
/** A file of the bundle, by its content. */
const bundlePart = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ cid, sizeBytes: count });
const line = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(2_000);
const confidence = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ value: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1), reason: line });
/** What every gate let through and the brain was not sure enough of. Nobody verifies it, and nothing publishes it. */
const bundleSuggestion = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    cycle: count,
    /** Of the work item. */
    title: line,
    subject: line,
    origin: line,
    confidence,
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(line).max(100),
    patch: bundlePart,
});
/** One promotion as the campaign tells it. None of it is evidence: verify measures again. */
const bundlePromotion = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    cycle: count,
    item: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(200),
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(50),
        gate: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(200),
        title: line,
        files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(line).max(100),
        signature: line,
    }),
    subject: line,
    /** Operator or model. */
    origin: line,
    method: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(50),
    attempts: count,
    candidates: count,
    costUsd: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative(),
    tokens: count,
    /** Null where nothing was reckoned. */
    confidence: confidence.nullable(),
    /** What was red before and is green after, as the campaign saw it. */
    evidence: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ gate: line, before: line, after: line })).max(100),
    /** What was tried on the item and refused, and why. */
    refused: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ summary: line, rule: line, reason: line })).max(100),
    notes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_denial_js__WEBPACK_IMPORTED_MODULE_0__/* .denialSchema */ .d).max(100),
    /** Tree of master before it, and with it. */
    parentTree: gitHash,
    tree: gitHash,
    changeset: bundlePart,
    patch: bundlePart,
    isUnsafe: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
/** `manifest.json`: what a campaign promoted, and every part of the bundle by its content. */
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(BUNDLE_VERSION),
    campaign: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-z-]{1,80}$/),
    /** `owner/name` on GitHub; "" elsewhere. */
    repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(200),
    sacred: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(250),
    /** Commit of sacred that the campaign started from, and its tree. */
    base: gitHash,
    baseTree: gitHash,
    /** SHA-256 of the configuration file at the base, in hex; of nothing where there is none. */
    configDigest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    /** Master as the campaign began: what it was before, its tree, and how that differs from the base's. */
    master: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        previous: gitHash.nullable(),
        tree: gitHash,
        changeset: bundlePart.nullable(),
        carried: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ commit: gitHash, subject: line })).max(200),
    }),
    isolation: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["bubblewrap", "none"]),
    isUnsafe: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    nightshift: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(50),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    stopReason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(50),
    stopDetail: line,
    goal: line,
    costUsd: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative(),
    tokens: count,
    /** In the order in which they are applied. */
    promotions: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(bundlePromotion).max(bundleLimits.promotions),
    /** In the order of their cycles. */
    suggestions: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(bundleSuggestion).max(bundleLimits.promotions),
    /** Of other files: the journal, the lessons, the report. */
    journal: bundlePart,
    lessons: bundlePart,
    report: bundlePart,
});
/** How a promotion's tree differs from the one before. */
const changesetSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(BUNDLE_VERSION),
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt("change", [
        zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            change: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("write"),
            path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(1_000),
            mode: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["100644", "100755"]),
            encoding: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["utf8", "base64"]),
            content: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        }),
        zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ change: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("delete"), path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(1_000) }),
    ]))
        .max(bundleLimits.files),
});


/***/ }),

/***/ 1875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ confidenceSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1471);

/** How sure the brain is that a candidate is right, and not only plausible: from 0 to 1, with the reason for people. */
const confidenceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    value: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(1),
    /** One sentence: "2 of 2 candidates that pass behave alike". */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});


/***/ }),

/***/ 3144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ denialSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1471);

/** One thing that a candidate may not do, and where it does it. */
const denialSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Id of the rule, which `policy explain` knows. */
    rule: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** "" where the whole candidate is meant. */
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** 1-based line of the file as the candidate leaves it; null where the whole file is meant. */
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive().nullable(),
    /** One sentence. */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});


/***/ }),

/***/ 499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ digest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** SHA-256 of the parts, each length-prefixed so that no two lists collide; hex, 64 characters. */
function digest(...parts) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    for (const part of parts) {
        hash.update(`${Buffer.byteLength(part)}:`);
        hash.update(part);
    }
    return hash.digest("hex");
}


/***/ }),

/***/ 4722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ JOURNAL_VERSION),
  G: () => (/* binding */ eventSchema)
});

// EXTERNAL MODULE: ../../zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(1471);
// EXTERNAL MODULE: ./lib/src/domain/budget.js
var budget = __webpack_require__(5254);
// EXTERNAL MODULE: ./lib/src/domain/confidence.js
var confidence = __webpack_require__(1875);
// EXTERNAL MODULE: ./lib/src/domain/denial.js
var denial = __webpack_require__(3144);
// EXTERNAL MODULE: ./lib/src/domain/gate.js
var gate = __webpack_require__(1360);
;// CONCATENATED MODULE: ./lib/src/domain/issue.js

/** Something that a person asks for, as it was written. Data, never an instruction; `body` may be "". */
const issueSchema = schemas/* object */.Ikc({ title: schemas/* string */.YjP(), body: schemas/* string */.YjP() });

// EXTERNAL MODULE: ./lib/src/domain/lesson.js
var lesson = __webpack_require__(295);
;// CONCATENATED MODULE: ./lib/src/domain/stop-reason.js
/** Why a campaign ended. `FAILED` alone means that it could not go on, and is never reported as success. */
const stopReasons = [
    "NO_WORK_FOUND",
    "CONVERGED",
    "MAX_CYCLES_REACHED",
    "TIME_BUDGET_EXHAUSTED",
    "COST_BUDGET_EXHAUSTED",
    "STOPPED",
    "FAILED",
];

;// CONCATENATED MODULE: ./lib/src/domain/events.js








/** The version of the journal's lines. A journal with a higher one is refused, never guessed at. */
const JOURNAL_VERSION = 1;
const count = schemas/* number */.aig().int().nonnegative();
const milliseconds = schemas/* number */.aig().nonnegative();
const usd = schemas/* number */.aig().nonnegative();
const item = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    kind: schemas/* string */.YjP(),
    gate: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    files: schemas/* array */.YOg(schemas/* string */.YjP()),
    signature: schemas/* string */.YjP(),
    /** How many checks or findings fail; `evidence` shows the first ones. */
    failures: count,
    evidence: schemas/* array */.YOg(schemas/* object */.Ikc({ title: schemas/* string */.YjP(), message: schemas/* string */.YjP() })),
});
/** A gate's result without its checks: counts, and the first failing ids. */
const gateSummary = schemas/* object */.Ikc({
    gate: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(gate/* gateKinds */.hu),
    status: schemas/* enum */.k5n(["passed", "failed", "error"]),
    reason: schemas/* string */.YjP(),
    passed: count,
    failed: count,
    skipped: count,
    findings: count,
    failing: schemas/* array */.YOg(schemas/* string */.YjP()),
    durationMs: milliseconds,
    network: schemas/* enum */.k5n(["none", "host"]),
    /** Beneath the campaign's folder, in `output/`. */
    outputFiles: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const gateJudgement = schemas/* object */.Ikc({
    gate: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(["green", "red", "error", "unproven"]),
    reason: schemas/* string */.YjP(),
    fixed: schemas/* array */.YOg(schemas/* string */.YjP()),
    broken: schemas/* array */.YOg(schemas/* string */.YjP()),
    isRequired: schemas/* boolean */.zMY(),
    durationMs: milliseconds,
});
/** Everything that a campaign does, one schema for each event. Nothing else holds campaign state. */
const eventSchema = schemas/* discriminatedUnion */.gMt("type", [
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("campaign-started"),
        campaign: schemas/* string */.YjP(),
        goal: schemas/* string */.YjP(),
        /** What a person asked for with `--issue`. */
        issue: issueSchema.nullable().default(null),
        /** The sacred branch and its commit as the campaign read it. */
        sacred: schemas/* string */.YjP(),
        base: schemas/* string */.YjP(),
        /** Full name of the ref that promotions go to. */
        masterRef: schemas/* string */.YjP(),
        brain: schemas/* string */.YjP(),
        method: schemas/* string */.YjP(),
        seed: schemas/* number */.aig().int().nullable(),
        isDryRun: schemas/* boolean */.zMY(),
        /** `off`: --no-safety; every promotion is marked unsafe and never published. */
        safety: schemas/* enum */.k5n(["on", "off"]).default("on"),
        /** `bubblewrap`, or `none` with the reason why candidate code ran unprotected. */
        isolation: schemas/* object */.Ikc({ kind: schemas/* enum */.k5n(["bubblewrap", "none"]), reason: schemas/* string */.YjP() }),
        gates: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), kind: schemas/* enum */.k5n(gate/* gateKinds */.hu), command: schemas/* string */.YjP() })),
        limits: schemas/* object */.Ikc({
            maxCycles: count,
            maxHours: schemas/* number */.aig(),
            convergence: count,
            maxCostUsd: usd.nullable(),
        }),
    }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("campaign-resumed"), processId: count }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("master-prepared"),
        /** The commit that the first sandbox opens from. */
        commit: schemas/* string */.YjP(),
        tree: schemas/* string */.YjP(),
        previous: schemas/* string */.YjP().nullable(),
        carried: schemas/* array */.YOg(schemas/* object */.Ikc({ commit: schemas/* string */.YjP(), subject: schemas/* string */.YjP() })),
        setAside: schemas/* array */.YOg(schemas/* object */.Ikc({ commit: schemas/* string */.YjP(), subject: schemas/* string */.YjP(), reason: schemas/* string */.YjP() })),
    }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("warning"), message: schemas/* string */.YjP(), hint: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("gates-measured"), tree: schemas/* string */.YjP(), results: schemas/* array */.YOg(gateSummary) }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("gate-proved"),
        gate: schemas/* string */.YjP(),
        status: schemas/* enum */.k5n(["proven", "unproven"]),
        /** The source file whose syntax was broken. */
        file: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("checks-set-aside"),
        gate: schemas/* string */.YjP(),
        reason: schemas/* enum */.k5n(["flaky", "environment"]),
        ids: schemas/* array */.YOg(schemas/* string */.YjP()),
        hint: schemas/* string */.YjP(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("work-found"),
        items: schemas/* array */.YOg(item),
        /** How many more memory knows as exhausted, and the titles of the first ones. */
        exhausted: count,
        exhaustedTitles: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("cycle-started"),
        cycle: count,
        item,
        /** Tree of master that the cycle works on. */
        tree: schemas/* string */.YjP(),
        brain: schemas/* string */.YjP(),
        method: schemas/* string */.YjP(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("candidates-tried"),
        cycle: count,
        /** How many since the last such event, and how they ended. */
        tried: count,
        outcomes: schemas/* record */.g1P(schemas/* string */.YjP(), count),
        durationMs: milliseconds,
        /** "warm: node-test", or "plain" with the reason why each candidate needed processes of its own. */
        runner: schemas/* string */.YjP().optional(),
    }),
    schemas/* object */.Ikc({
        /** Written before a request goes out: what a kill cuts off is charged with this once the campaign goes on. */
        type: schemas/* literal */.euz("model-asked"),
        /** 0: outside of a cycle. */
        cycle: count,
        /** Counts the requests of one process, from 1. */
        call: count,
        /** The most that it can use and cost. */
        tokens: count,
        costUsd: usd,
    }),
    schemas/* object */.Ikc({
        /** One request to a model, and how it ended. */
        type: schemas/* literal */.euz("model-called"),
        cycle: count,
        call: count,
        /** What it was for: "edit", "review". */
        purpose: schemas/* string */.YjP(),
        provider: schemas/* string */.YjP(),
        model: schemas/* string */.YjP(),
        status: schemas/* enum */.k5n(["replied", "failed"]),
        /** How a reply finished, or the kind of failure with its reason. */
        reason: schemas/* string */.YjP(),
        /** Which try of the same request it was, from 1. */
        tries: count,
        /** As the provider counts them, cached ones among the input; 0 where it told nothing. */
        inputTokens: count,
        cachedTokens: count,
        outputTokens: count,
        /** What budgets are charged: the worst case where the provider told nothing and may have worked. */
        chargedTokens: count,
        costUsd: usd,
        /** `worst-case`: the provider told nothing. `unpriced`: the price is unknown, and counted as 0. */
        costBasis: schemas/* enum */.k5n(["usage", "worst-case", "free", "unpriced"]),
        latencyMs: milliseconds,
    }),
    schemas/* object */.Ikc({
        /** The next call of a model could go beyond a budget, so it was not made. */
        type: schemas/* literal */.euz("budget-reached"),
        cycle: count,
        scope: schemas/* enum */.k5n(budget/* budgetScopes */.PT),
        unit: schemas/* enum */.k5n(budget/* budgetUnits */.pf),
        reason: schemas/* string */.YjP(),
    }),
    schemas/* object */.Ikc({
        /** One turn of a conversation with a model: what was said since the turn before, in a blob of the campaign's folder. */
        type: schemas/* literal */.euz("model-conversed"),
        cycle: count,
        /** Numbers the conversations of a cycle, from 1. */
        conversation: count,
        /** Numbers the turns, from 1. */
        turn: count,
        purpose: schemas/* string */.YjP(),
        /** What the model said, its first characters. */
        said: schemas/* string */.YjP(),
        tools: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), status: schemas/* enum */.k5n(["done", "refused"]), detail: schemas/* string */.YjP() })),
        /** SHA-256 of the messages as JSON, the blob's name; null where nothing is kept. */
        blob: schemas/* string */.YjP().nullable(),
        sizeBytes: count,
        /** Whether the blob was capped. */
        isCut: schemas/* boolean */.zMY(),
    }),
    schemas/* object */.Ikc({
        /** Something that a method did between a cycle's start and its end. */
        type: schemas/* literal */.euz("method-stepped"),
        cycle: count,
        method: schemas/* string */.YjP(),
        step: schemas/* string */.YjP(),
        status: schemas/* string */.YjP(),
        detail: schemas/* string */.YjP(),
        figures: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig()).default({}),
        /** A candidate that was held back before a judge saw it. */
        candidate: schemas/* object */.Ikc({ summary: schemas/* string */.YjP(), origin: schemas/* string */.YjP(), files: schemas/* array */.YOg(lesson/* touchedFile */.X), diff: schemas/* string */.YjP() })
            .nullable()
            .default(null),
    }),
    schemas/* object */.Ikc({
        /** Tests that were written for an item, as they ran on the base. */
        type: schemas/* literal */.euz("reproduction-judged"),
        cycle: count,
        status: schemas/* enum */.k5n(["red", "refused"]),
        reason: schemas/* string */.YjP(),
        files: schemas/* array */.YOg(schemas/* string */.YjP()),
        diff: schemas/* string */.YjP(),
        /** Ids of what fails now; they are the item's targets from here on. */
        targets: schemas/* array */.YOg(schemas/* string */.YjP()),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("candidate-proposed"),
        cycle: count,
        attempt: count,
        tree: schemas/* string */.YjP(),
        summary: schemas/* string */.YjP(),
        origin: schemas/* string */.YjP(),
        /** What a method chose for it besides itself, to be rewarded: `prompt:minimal`. */
        arms: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        /** How sure the brain is; null or absent where it does not say. */
        confidence: confidence/* confidenceSchema */.m.nullish(),
        /** The files that it edits, with their blobs on the base; "" for a new file. */
        files: schemas/* array */.YOg(lesson/* touchedFile */.X),
        diff: schemas/* string */.YjP(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("candidate-refused"),
        cycle: count,
        attempt: count,
        tree: schemas/* string */.YjP(),
        rule: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP(),
        /** Every denial of policy; empty where memory or emptiness refused it. */
        denials: schemas/* array */.YOg(denial/* denialSchema */.d).default([]),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("candidate-judged"),
        cycle: count,
        attempt: count,
        tree: schemas/* string */.YjP(),
        status: schemas/* enum */.k5n(["promote", "reject"]),
        rule: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP(),
        /** What the gates' own defences hold against it, and what policy only notes for the reviewer. */
        denials: schemas/* array */.YOg(denial/* denialSchema */.d).default([]),
        notes: schemas/* array */.YOg(denial/* denialSchema */.d).default([]),
        gates: schemas/* array */.YOg(gateJudgement),
        durationMs: milliseconds,
    }),
    schemas/* object */.Ikc({
        /** What comes after it is a function of the cycle's events: a killed campaign goes on from here. */
        type: schemas/* literal */.euz("attempt-ended"),
        cycle: count,
        /** `suggest`: every gate let a candidate through that the brain is not sure enough of. */
        status: schemas/* enum */.k5n(["promote", "suggest", "rejected", "no-candidate"]),
        reason: schemas/* string */.YjP(),
        attempts: count,
        /** Set when the brain knows no more on these files: the digest of what it tried is not worth trying again. */
        exhausted: schemas/* object */.Ikc({ brain: schemas/* string */.YjP(), suspects: schemas/* array */.YOg(lesson/* touchedFile */.X) }).nullable(),
    }),
    schemas/* object */.Ikc({
        /** Written before any ref moves, so that a killed campaign can tell what it was about to do. */
        type: schemas/* literal */.euz("promotion-intended"),
        cycle: count,
        tree: schemas/* string */.YjP(),
        parent: schemas/* string */.YjP(),
        commit: schemas/* string */.YjP(),
        snapshot: schemas/* string */.YjP(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("promoted"),
        cycle: count,
        tree: schemas/* string */.YjP(),
        parent: schemas/* string */.YjP(),
        commit: schemas/* string */.YjP(),
        snapshot: schemas/* string */.YjP(),
        subject: schemas/* string */.YjP(),
        files: schemas/* array */.YOg(schemas/* string */.YjP()),
        /** Whether policy could not refuse it (--no-safety): it is never published. */
        isUnsafe: schemas/* boolean */.zMY().default(false),
    }),
    schemas/* object */.Ikc({
        /** A candidate that every gate let through and that is not on master, since the brain is not sure enough of it. */
        type: schemas/* literal */.euz("suggested"),
        cycle: count,
        attempt: count,
        tree: schemas/* string */.YjP(),
        /** Commit of master that `patch` is against. */
        parent: schemas/* string */.YjP(),
        /** As a promotion's commit would have it. */
        subject: schemas/* string */.YjP(),
        origin: schemas/* string */.YjP(),
        /** Kind and version of the brain that made it. */
        brain: schemas/* string */.YjP(),
        confidence: confidence/* confidenceSchema */.m,
        files: schemas/* array */.YOg(schemas/* string */.YjP()),
        /** As `git apply` takes it. */
        patch: schemas/* string */.YjP(),
    }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("lesson-learned"), cycle: count, lesson: lesson/* lessonSchema */.q }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("cycle-finished"),
        cycle: count,
        outcome: schemas/* enum */.k5n(["promoted", "suggested", "rejected", "no-candidate", "error"]),
        reason: schemas/* string */.YjP(),
        candidates: count,
        attempts: count,
        files: schemas/* array */.YOg(schemas/* string */.YjP()),
        commit: schemas/* string */.YjP().nullable(),
        snapshot: schemas/* string */.YjP().nullable(),
        /** Whether it promoted, or wrote a new avoided, suggested or exhausted key. */
        hasTaught: schemas/* boolean */.zMY(),
        durationMs: milliseconds,
        costUsd: usd,
    }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("memory-stored"), commit: schemas/* string */.YjP().nullable(), lessons: count }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("campaign-stopped"),
        stopReason: schemas/* enum */.k5n(stopReasons),
        detail: schemas/* string */.YjP(),
    }),
]);


/***/ }),

/***/ 1360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ae: () => (/* binding */ runners),
/* harmony export */   hu: () => (/* binding */ gateKinds),
/* harmony export */   ij: () => (/* binding */ checkId),
/* harmony export */   zK: () => (/* binding */ findingId),
/* harmony export */   zX: () => (/* binding */ reportFormats)
/* harmony export */ });
/** What a gate measures, and so how its result is compared. */
const gateKinds = [
    "tests",
    "lint",
    "typecheck",
    "validate",
    "golden",
    "command",
    "benchmark",
];
/** The formats that a report parser exists for, one file each in `src/gates/parsers/`. */
const reportFormats = [
    "junit",
    "tap",
    "jest-json",
    "vitest-json",
    "mocha-json",
    "node-test",
    "pytest",
    "unittest",
    "go-test-json",
    "cargo-test",
    "eslint-json",
    "biome-json",
    "ruff-json",
    "sarif",
    "tsc",
    "mypy",
    "line-column",
];
/** The runners that detection knows; it decides how one test file is run and how coverage is taken. */
const runners = [
    "node-test",
    "vitest",
    "jest",
    "mocha",
    "tape",
    "pytest",
    "unittest",
    "go",
    "cargo",
];
/** The canonical identity of a check: file, suite and name, JSON-encoded so that no separator can collide. */
function checkId(check) {
    return JSON.stringify([check.file, check.suite, check.name]);
}
/** The identity of a finding: rule, file and the text of its line without surrounding white space. */
function findingId(finding) {
    return JSON.stringify([finding.rule, finding.file, finding.lineText.trim()]);
}


/***/ }),

/***/ 295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ touchedFile),
/* harmony export */   q: () => (/* binding */ lessonSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1471);
/* harmony import */ var _confidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1875);


/** Where a file stood when a lesson was learned; the lesson is in force while the blob is the same. */
const touchedFile = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), blob: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const base = {
    /** Digest of kind and key: the same lesson learned twice is one record. */
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    campaign: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    cycle: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
    /** ISO 8601, UTC. */
    at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Who says so. Only `gates` and `person` lessons are enforced. */
    trust: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["gates", "person", "model"]),
    item: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), signature: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    /** One or two sentences for people and prompts. Data, never an instruction. */
    text: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(touchedFile),
};
/** An approach that full gates refused. Its key is failure signature + normalised diff. */
const avoided = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...base,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("avoided"),
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    diff: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
/** A brain tried all that it knows on an item. Its key is item + suspects' sources + operator set version. */
const exhausted = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...base,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("exhausted"),
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    candidates: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
});
/** A fix that every gate let through and that waits for a person. Its key is item + brain + the files that it edits. */
const suggested = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...base,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("suggested"),
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Kind and version of the brain that made it: another one may be asked all the same. */
    brain: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    origin: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    confidence: _confidence_js__WEBPACK_IMPORTED_MODULE_0__/* .confidenceSchema */ .m,
    diff: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
/** What worked: which origin mended which signature, with the diff. */
const pattern = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...base,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("pattern"),
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    origin: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    diff: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    commit: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
/** What policy, or a defence of the gates, denied. Policy itself enforces it; the lesson informs. */
const denied = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...base,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("denied"),
    /** Digest of the rule and the normalised diff. */
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** "" where the whole candidate is meant. */
    file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    line: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    diff: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
/** What an attempt earned its arms, such as `method:direct` or `operator:comparison`. A number and no knowledge. */
const reward = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...base,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("reward"),
    /** Of campaign, cycle, attempt and tree: an attempt counts once, however many writers tell of it. */
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
    arms: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    reward: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1),
});
/** Says that another lesson no longer holds; it outlives merges, so that a forgotten lesson stays forgotten. */
const forgotten = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("forgotten"),
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    lesson: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
/** One line of a memory file. */
const lessonSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt("kind", [
    avoided,
    denied,
    exhausted,
    pattern,
    reward,
    suggested,
    forgotten,
]);


/***/ }),

/***/ 4299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ nameRefs)
/* harmony export */ });
/** The names that `prefix` gives. */
function nameRefs(prefix) {
    const snapshots = `refs/tags/${prefix}/snapshot/`;
    const branches = `refs/heads/${prefix}`;
    return {
        master: `${branches}/master`,
        memory: `${branches}/memory`,
        fix: (campaign, cycle) => `${branches}/fix/${campaign}-${cycle}`,
        own: [`${branches}/master`, `${branches}/memory`, `${branches}/sandbox/`, `${branches}/fix/`, snapshots],
        snapshots,
        snapshot: (campaign, cycle) => `${snapshots}${campaign}/${cycle}`,
    };
}


/***/ }),

/***/ 5356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oU: () => (/* binding */ avoidedKey),
  Lt: () => (/* binding */ deniedKey),
  j8: () => (/* binding */ exhaustedKey),
  Sq: () => (/* binding */ lessonId),
  Vt: () => (/* binding */ suggestedKey)
});

// EXTERNAL MODULE: ./lib/src/domain/digest.js
var digest = __webpack_require__(499);
// EXTERNAL MODULE: ./lib/src/memory/list-hunks.js
var list_hunks = __webpack_require__(4462);
;// CONCATENATED MODULE: ./lib/src/memory/normalize-diff.js

/** Files in which leading white space is meaning. */
const indented = /\.(py|pyi|pyx|ya?ml|coffee|nim|pug|haml|sass|fs|fsx|hs|elm|mk)$|(^|\/)(GNUm|M|m)akefile$/;
/**
 * A unified diff without what does not tell approaches apart: line numbers, headers and white space. White space stays
 * where it is meaning: leading one in languages that read it, all of it in a hunk that changes nothing else. Lines of
 * context stay, since they tell two places apart. Hunks keep their order. Pure.
 */
function normalizeDiff(diff) {
    const hunks = (0,list_hunks/* listHunks */.s)(diff);
    // What is no unified diff of text (a binary patch, say) stands for itself.
    return hunks.length === 0 ? diff : JSON.stringify(hunks.map(normalizeHunk));
}
function normalizeHunk({ path, lines }) {
    const squeezed = lines.map((line) => line[0] + squeeze(line.slice(1), path)).filter((line) => line !== " ");
    const side = (sign) => squeezed.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
    const isWhiteSpaceAlone = side("-").join("\n") === side("+").join("\n");
    return [path, ...(isWhiteSpaceAlone ? lines : squeezed)];
}
function squeeze(line, path) {
    const text = line.replace(/\s+/g, "");
    if (!indented.test(path) || text === "") {
        return text;
    }
    return (/^\s*/.exec(line)?.[0] ?? "") + text;
}

;// CONCATENATED MODULE: ./lib/src/memory/lesson-keys.js


/** The key of an avoided approach: failure signature + normalised diff. Pure. */
function avoidedKey({ signature, diff, }) {
    return (0,digest/* digest */.b)("avoided", signature, normalizeDiff(diff));
}
/** The key of a denial: rule + normalised diff, whatever was being mended. Pure. */
function deniedKey({ rule, diff }) {
    return (0,digest/* digest */.b)("denied", rule, normalizeDiff(diff));
}
/** The key of an exhausted item: item + the suspects' sources + the version of what tried them. Pure. */
function exhaustedKey({ item, brain, suspects, }) {
    return (0,digest/* digest */.b)("exhausted", item, brain, ...flattenBlobs(suspects));
}
/** The key of a suggestion: item + brain + the files that it edits, as they were. Pure. */
function suggestedKey({ item, brain, files, }) {
    return (0,digest/* digest */.b)("suggested", item, brain, ...flattenBlobs(files));
}
/**
 * A lesson's id: of its kind, its key and the files that it stands on. The same lesson learned twice is one record; the
 * same approach refused on other sources is another one, so that both stay in force. Pure.
 */
function lessonId(kind, key, files) {
    return (0,digest/* digest */.b)("lesson", kind, key, ...flattenBlobs(files));
}
function flattenBlobs(files) {
    const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
    return sorted.flatMap(({ path, blob }) => [path, blob]);
}


/***/ }),

/***/ 4462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ listHunks)
/* harmony export */ });
/**
 * The hunks of a unified diff, in their order; empty for what is none. They are read by the counts in their headers, so
 * that a removed line such as `-- a/b` is not taken for a header. Pure.
 */
function listHunks(diff) {
    const hunks = [];
    let path = "";
    let before = 0;
    let after = 0;
    for (const line of diff.split(/\r?\n/)) {
        const hunk = hunks.at(-1);
        if (hunk !== undefined && (before > 0 || after > 0)) {
            const sign = line[0] ?? " ";
            before -= sign === "+" || sign === "\\" ? 0 : 1;
            after -= sign === "-" || sign === "\\" ? 0 : 1;
            hunk.lines.push(line === "" ? " " : line);
            continue;
        }
        const header = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
        if (header !== null) {
            before = Number(header[1] ?? 1);
            after = Number(header[2] ?? 1);
            hunks.push({ path, lines: [] });
        }
        else if (line.startsWith("--- ") && line !== "--- /dev/null") {
            path = readPath(line);
        }
        else if (line.startsWith("+++ ") && line !== "+++ /dev/null") {
            path = readPath(line);
        }
    }
    return hunks;
}
function readPath(line) {
    return line
        .slice(4)
        .replace(/\t.*$/, "")
        .replace(/^[ab]\//, "");
}


/***/ }),

/***/ 7099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fM: () => (/* binding */ setAsideFile),
/* harmony export */   hX: () => (/* binding */ memoryRef),
/* harmony export */   iQ: () => (/* binding */ lessonFiles),
/* harmony export */   rv: () => (/* binding */ lessonFileNames)
/* harmony export */ });
/** The file of the memory branch that holds each kind of lesson. */
const lessonFiles = {
    avoided: "avoided.jsonl",
    denied: "lessons.jsonl",
    exhausted: "lessons.jsonl",
    forgotten: "lessons.jsonl",
    pattern: "patterns.jsonl",
    reward: "rewards.jsonl",
    suggested: "lessons.jsonl",
};
/** The files that hold lessons, each once. */
const lessonFileNames = [...new Set(Object.values(lessonFiles))];
/** Lines that no lesson could be read from are kept here, byte for byte, for a person to look at. */
const setAsideFile = "set-aside.jsonl";
/** Full name of the orphan branch that memory lives on. */
function memoryRef(prefix) {
    return `refs/heads/${prefix}/memory`;
}


/***/ }),

/***/ 4099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ parseLesson),
/* harmony export */   i4: () => (/* binding */ listLines),
/* harmony export */   jl: () => (/* binding */ parseLessons)
/* harmony export */ });
/* harmony import */ var _domain_lesson_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(295);

/** Reads one memory file. A bad line is set aside and never fatal; empty lines are nothing. Pure. */
function parseLessons(text, file) {
    const lessons = [];
    const damaged = [];
    for (const { line, text: entry } of listLines(text)) {
        const parsed = parseLesson(entry);
        if (parsed.status === "lesson") {
            lessons.push(parsed.lesson);
        }
        else {
            damaged.push({ file, line, reason: parsed.reason, text: entry });
        }
    }
    return { lessons, damaged };
}
/** The lines of a file that are not empty, with their numbers from 1. Pure. */
function* listLines(text) {
    let line = 0;
    for (const entry of text.split("\n")) {
        line += 1;
        if (entry.trim() !== "")
            yield { line, text: entry };
    }
}
/** Reads one line: a lesson, or why it is none. Pure. */
function parseLesson(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return { status: "damaged", reason: "it is not JSON" };
    }
    const parsed = _domain_lesson_js__WEBPACK_IMPORTED_MODULE_0__/* .lessonSchema */ .q.safeParse(value);
    if (parsed.success) {
        return { status: "lesson", lesson: parsed.data };
    }
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? "" : ` (${issue.path.join(".")})`;
    return { status: "damaged", reason: `it is no lesson${where}: ${issue?.message ?? "unknown"}` };
}


/***/ }),

/***/ 6319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ leastPromotedReward),
/* harmony export */   Bb: () => (/* binding */ suggestedReward),
/* harmony export */   JJ: () => (/* binding */ mostRejectedReward),
/* harmony export */   SY: () => (/* binding */ measureReward)
/* harmony export */ });
/* harmony import */ var _list_hunks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4462);

/** The least that a promotion earns; what earns less was not promoted. */
const leastPromotedReward = 0.7;
/** The most that a rejected attempt earns: all that the item names mended, nothing broken, and still not let through. */
const mostRejectedReward = 0.3;
/** What passes every gate and is not trusted enough to be promoted: between the two, whatever it cost. */
const suggestedReward = 0.5;
/** What a promotion loses at most for each of its price, its size and the attempts before it. */
const malus = 0.1;
const largeCostUsd = 0.5;
const largeDiffLines = 200;
const manyAttempts = 3;
/** Refusals that are no evidence against what was tried. */
const rulesThatTeachNothing = new Set(["error"]);
/** Refusals of a candidate that changed how it is judged: what it mended is not its merit. */
const rulesThatEarnNothing = new Set(["tampered", "identity", "policy", "avoided"]);
/**
 * What an attempt earned, from 0 to 1: a promotion 1, less a little for cost, size and earlier attempts; a rejected one
 * a small share of what it mended without breaking anything. Null when the judgement is no evidence. Counts and dollars
 * alone go into it, no time, so that the same night earns the same. Pure.
 */
function measureReward(judged) {
    if (judged.status === "promote")
        return 1 - malus * measureExpense(judged);
    if (rulesThatTeachNothing.has(judged.rule) || judged.gates.some(({ status }) => status === "error"))
        return null;
    if (rulesThatEarnNothing.has(judged.rule))
        return 0;
    if (judged.gates.some(({ broken }) => broken.length > 0))
        return 0;
    const fixed = judged.gates.reduce((sum, gate) => sum + gate.fixed.length, 0);
    return mostRejectedReward * share(fixed, Math.max(1, judged.failures));
}
/** From 0 to 3. */
function measureExpense({ costUsd, diff, attempt }) {
    const lines = (0,_list_hunks_js__WEBPACK_IMPORTED_MODULE_0__/* .listHunks */ .s)(diff).flatMap((hunk) => hunk.lines.filter((line) => /^[-+]/.test(line)));
    return (share(costUsd, largeCostUsd) + share(lines.length, largeDiffLines) + share(attempt - 1, manyAttempts));
}
function share(part, whole) {
    return Math.min(1, Math.max(0, part / whole));
}


/***/ }),

/***/ 9168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readMemory)
/* harmony export */ });
/* harmony import */ var _memory_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7099);
/* harmony import */ var _parse_lessons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4099);


/** Reads all lessons from the memory branch. */
async function readMemory({ git, }) {
    const commit = await git.resolveCommit((0,_memory_files_js__WEBPACK_IMPORTED_MODULE_0__/* .memoryRef */ .hX)(git.prefix));
    if (commit === null) {
        return { commit, lessons: [], damaged: [] };
    }
    const lessons = [];
    const damaged = [];
    for (const file of _memory_files_js__WEBPACK_IMPORTED_MODULE_0__/* .lessonFileNames */ .rv) {
        const content = await git.readFile(commit, file);
        const parsed = (0,_parse_lessons_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLessons */ .jl)(content?.toString("utf8") ?? "", file);
        // A spread of 100,000 arguments does not fit on the stack.
        for (const lesson of parsed.lessons)
            lessons.push(lesson);
        for (const line of parsed.damaged)
            damaged.push(line);
    }
    return { commit, lessons, damaged };
}


/***/ }),

/***/ 6550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ storeMemory)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/src/domain/errors.js
var errors = __webpack_require__(4376);
// EXTERNAL MODULE: ./lib/src/memory/memory-files.js
var memory_files = __webpack_require__(7099);
;// CONCATENATED MODULE: ./lib/src/memory/merge-lessons.js
/**
 * Two lists of lessons as one: each id once, the record that was learned last, in the order in which ids first appear.
 * Merging is the same whoever comes first but for that order, and merging twice changes nothing. Pure.
 */
function mergeLessons(ours, theirs) {
    const merged = new Map();
    for (const lesson of [...ours, ...theirs]) {
        const known = merged.get(lesson.id);
        if (known === undefined || isNewer(lesson, known)) {
            merged.set(lesson.id, lesson);
        }
    }
    return [...merged.values()];
}
/** Same time: by content, so that two writers who merge in turns agree. */
function isNewer(lesson, known) {
    if (lesson.at !== known.at) {
        return Date.parse(lesson.at) > Date.parse(known.at);
    }
    return JSON.stringify(lesson) > JSON.stringify(known);
}

;// CONCATENATED MODULE: ./lib/src/memory/prune-lessons.js
const msPerDay = 86_400_000;
/**
 * Lessons that are not older than `keepDays` at `at` (ISO 8601). A record of forgetting is younger than what it
 * forgets, so it never goes first. Pure.
 */
function pruneLessons(lessons, { keepDays, at }) {
    const oldestMs = Date.parse(at) - keepDays * msPerDay;
    // A date that cannot be read says nothing about age.
    return lessons.filter((lesson) => !(Date.parse(lesson.at) < oldestMs));
}

// EXTERNAL MODULE: ./lib/src/memory/read-memory.js
var read_memory = __webpack_require__(9168);
;// CONCATENATED MODULE: ./lib/src/memory/store-memory.js






/** How often a writer reads and merges again before it gives up. */
const maxTries = 25;
const maxPauseMs = 40;
/**
 * Adds lessons and files to the memory branch by compare-and-swap. When another writer was quicker, reads again, merges
 * by id and tries again, so that no lesson of either is lost. Nothing is committed where nothing would change.
 *
 * Throws `MEMORY_CONTENDED` when others kept being quicker.
 */
async function storeMemory(update, { git }) {
    const ref = (0,memory_files/* memoryRef */.hX)(git.prefix);
    for (let tries = 0; tries < maxTries; tries += 1) {
        const memory = await (0,read_memory/* readMemory */.S)({ git });
        const lessons = pruneLessons(mergeLessons(memory.lessons, update.lessons), update);
        const tree = await buildMemoryTree(memory, lessons, update, git);
        if (memory.commit !== null && tree === (await git.treeOf(memory.commit))) {
            return { commit: memory.commit, lessons: countKnown(lessons), damaged: memory.damaged };
        }
        const parents = memory.commit === null ? [] : [memory.commit];
        const commit = await git.writeCommit({ tree, parents, message: `${update.message}\n`, at: update.at });
        const moved = await git.updateRefs([{ ref, to: commit, from: memory.commit }]);
        if (moved.status === "updated") {
            return { commit, lessons: countKnown(lessons), damaged: memory.damaged };
        }
        // Two writers in step would meet again and again.
        await (0,promises_.setTimeout)(Math.random() * maxPauseMs);
    }
    throw new errors/* NightshiftError */.nc({
        code: "MEMORY_CONTENDED",
        message: `${ref} was moved by others ${maxTries} times while lessons were to be stored.`,
        hint: "The lessons are in the campaign's journal; they are stored when it is resumed, or the next one ends.",
    });
}
async function buildMemoryTree(memory, lessons, update, git) {
    const files = [...renderLessons(lessons), ...(await renderSetAside(memory, git)), ...update.files];
    if (memory.commit === null) {
        return git.buildTreeFromFiles(files);
    }
    const edits = files.map(({ path, content }) => ({ path, mode: "100644", content }));
    return git.buildTree(await git.treeOf(memory.commit), edits);
}
function countKnown(lessons) {
    return lessons.filter(({ kind }) => kind !== "reward").length;
}
function renderLessons(lessons) {
    const lines = new Map(memory_files/* lessonFileNames */.rv.map((path) => [path, []]));
    for (const lesson of lessons) {
        lines.get(memory_files/* lessonFiles */.iQ[lesson.kind])?.push(`${JSON.stringify(lesson)}\n`);
    }
    return [...lines].map(([path, content]) => ({ path, content: content.join("") }));
}
/** Lines that were no lessons move to a file of their own, so that they are reported once and lost never. */
async function renderSetAside({ commit, damaged }, git) {
    if (commit === null || damaged.length === 0) {
        return [];
    }
    const before = (await git.readFile(commit, memory_files/* setAsideFile */.fM))?.toString("utf8") ?? "";
    return [{ path: memory_files/* setAsideFile */.fM, content: `${before}${damaged.map(({ text }) => `${text}\n`).join("")}` }];
}


/***/ }),

/***/ 6655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ checkChangeSet)
/* harmony export */ });
/* harmony import */ var _syntax_remember_parses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4234);

/**
 * Checks a change against rules: every denial of every rule, in the rules' order. Where a shape rule denies, the other
 * rules are not run, since the change may be made to confuse them. A rule that throws denies.
 */
async function checkChangeSet(change, { rules, context: given }) {
    const context = { ...given, parser: (0,_syntax_remember_parses_js__WEBPACK_IMPORTED_MODULE_0__/* .rememberParses */ .K)(given.parser), facts: new WeakMap() };
    const denials = [];
    const notes = [];
    const run = async (rule) => {
        for (const { severity = "denial", ...finding } of await findSafely(rule, change, context)) {
            (severity === "denial" ? denials : notes).push({ rule: rule.id, ...finding });
        }
    };
    for (const rule of rules.filter(({ group }) => group === "shape"))
        await run(rule);
    if (denials.length === 0)
        for (const rule of rules.filter(({ group }) => group !== "shape"))
            await run(rule);
    const [first, ...rest] = denials;
    return first === undefined
        ? { status: "allowed", notes }
        : { status: "denied", denials: [first, ...rest], notes };
}
async function findSafely(rule, change, context) {
    try {
        return await rule.find(change, context);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return [{ file: "", line: null, reason: `the rule could not be checked: ${why}` }];
    }
}


/***/ }),

/***/ 6957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ diffError)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4376);

/** The error for a diff that cannot be judged: code DIFF_UNREADABLE or DIFF_DOES_NOT_APPLY, with the line of the diff. */
function diffError(code, { line, reason }) {
    return (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)({
        code,
        message: `Line ${line} of the diff: ${reason}.`,
        hint: code === "DIFF_UNREADABLE"
            ? "Give one unified diff of two trees, as `git diff --binary A B` prints it."
            : "Make the diff against the commit that it is judged on, or name that commit with --base.",
    });
}


/***/ }),

/***/ 9767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ parseDiff)
});

// EXTERNAL MODULE: ./lib/src/policy/diff/diff-error.js
var diff_error = __webpack_require__(6957);
;// CONCATENATED MODULE: ./lib/src/policy/diff/parse-hunk.js

const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const kinds = { " ": "context", "-": "removed", "+": "added" };
/** Whether a line begins a hunk. */
function isHunkHeader(line) {
    return line?.startsWith("@@ ") === true;
}
/**
 * Reads the hunk that begins at index `from` of the diff's lines, by the counts in its header, and gives the index
 * after it. Throws the usage error `DIFF_UNREADABLE`.
 */
function parseHunk(lines, from) {
    const found = header.exec(lines[from] ?? "");
    if (found === null)
        throw unreadable(from, "a hunk's header is not of the form `@@ -1,2 +1,2 @@`");
    let before = Number(found[2] ?? 1);
    let after = Number(found[4] ?? 1);
    const read = [];
    let next = from + 1;
    while (before > 0 || after > 0) {
        const line = lines[next];
        if (line === undefined)
            throw unreadable(next, "the diff ends in the middle of a hunk");
        // Mailers take the blank from an empty line of context.
        const sign = line === "" ? " " : (line[0] ?? "");
        const kind = kinds[sign];
        if (kind === undefined) {
            throw unreadable(next, `a hunk goes on with ${JSON.stringify(line.slice(0, 40))} where its header promises more lines`);
        }
        if (kind !== "added")
            before -= 1;
        if (kind !== "removed")
            after -= 1;
        if (before < 0 || after < 0)
            throw unreadable(next, "a hunk holds other lines than its header counts");
        const isLast = lines[next + 1]?.startsWith("\\") === true;
        read.push({ kind, text: isLast ? line.slice(1) : `${line.slice(1)}\n` });
        next += isLast ? 2 : 1;
    }
    return {
        hunk: { oldStart: Number(found[1]), newStart: Number(found[3]), lines: read, at: from + 1 },
        next,
    };
}
function unreadable(index, reason) {
    return (0,diff_error/* diffError */.o)("DIFF_UNREADABLE", { line: index + 1, reason });
}

;// CONCATENATED MODULE: ./lib/src/policy/diff/read-diff-path.js
const escapes = {
    a: 7,
    b: 8,
    t: 9,
    n: 10,
    v: 11,
    f: 12,
    r: 13,
    '"': 34,
    "\\": 92,
};
/**
 * Reads a name at the start of a text, as git quotes it (`core.quotePath`): `"a/\303\244"` or plain. A plain name ends
 * at a tab, which git and diff put after names and before dates. Latin1 in, UTF-8 decoded out; bytes that are no UTF-8
 * become U+FFFD. Null when a quote is not closed or an escape is unknown. Pure.
 */
function readDiffPath(text) {
    if (!text.startsWith('"')) {
        const tab = text.indexOf("\t");
        const plain = tab === -1 ? text : text.slice(0, tab);
        return { path: decode(plain), rest: tab === -1 ? "" : text.slice(tab) };
    }
    let bytes = "";
    for (let at = 1; at < text.length; at += 1) {
        const character = text[at] ?? "";
        if (character === '"')
            return { path: decode(bytes), rest: text.slice(at + 1) };
        if (character !== "\\") {
            bytes += character;
            continue;
        }
        const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1))?.[0];
        const code = octal === undefined ? escapes[text[at + 1] ?? ""] : Number.parseInt(octal, 8);
        if (code === undefined)
            return null;
        bytes += String.fromCharCode(code);
        at += octal === undefined ? 1 : octal.length;
    }
    return null;
}
function decode(latin1) {
    return Buffer.from(latin1, "latin1").toString("utf8");
}

;// CONCATENATED MODULE: ./lib/src/policy/diff/strip-prefixes.js
/** What git puts before the names of the old and the new side (`git help diff`, diff.mnemonicPrefix). */
const pairs = [
    ["a/", "b/"],
    ["i/", "w/"],
    ["c/", "i/"],
    ["c/", "w/"],
    ["o/", "w/"],
];
/**
 * The paths that two names with prefixes stand for, or null when they have none that git writes: without them a name
 * like `b/x` could mean two files, and the wrong one might be judged. Pure.
 */
function stripPrefixes(oldName, newName) {
    const pair = pairs.find(([before, after]) => (oldName === null || oldName.startsWith(before)) && (newName === null || newName.startsWith(after)));
    if (pair === undefined)
        return null;
    return { oldPath: oldName?.slice(pair[0].length) ?? null, newPath: newName?.slice(pair[1].length) ?? null };
}

;// CONCATENATED MODULE: ./lib/src/policy/diff/read-names.js



/**
 * The paths that a pair of lines `--- a/x` and `+++ b/x` names; `at` is the index of the first.
 * Throws the usage error `DIFF_UNREADABLE`.
 */
function readNames(before, after, at) {
    const [oldName, newName] = [before, after].map((line) => readName(line.slice("--- ".length), at));
    const names = stripPrefixes(oldName ?? null, newName ?? null);
    if (names === null || (names.oldPath === null && names.newPath === null)) {
        const reason = `the names ${JSON.stringify(oldName)} and ${JSON.stringify(newName)} lack the prefixes a/ and b/`;
        throw (0,diff_error/* diffError */.o)("DIFF_UNREADABLE", { line: at + 1, reason });
    }
    return names;
}
function readName(text, at) {
    const read = readDiffPath(text);
    if (read === null || (read.rest !== "" && !read.rest.startsWith("\t"))) {
        throw (0,diff_error/* diffError */.o)("DIFF_UNREADABLE", {
            line: at + 1,
            reason: `the name ${JSON.stringify(text)} is not quoted well`,
        });
    }
    return read.path === "/dev/null" ? null : read.path;
}

;// CONCATENATED MODULE: ./lib/src/policy/diff/read-git-section.js




/**
 * Reads what git says of a file ahead of its hunks, from the line `diff --git` at index `from` on: names, modes, renames,
 * copies, binary patches (`git help diff`, "Generating patch text with -p"). Names that disagree with one another are
 * refused. Throws the usage error `DIFF_UNREADABLE`.
 */
function readGitSection(lines, from) {
    const named = readHeaderNames((lines[from] ?? "").slice("diff --git ".length));
    const draft = {
        oldPath: named?.oldPath ?? null,
        newPath: named?.newPath ?? null,
        isCopy: false,
        mode: null,
        isBinary: false,
    };
    let [isNew, isDeleted] = [false, false];
    let next = from + 1;
    for (; next < lines.length; next += 1) {
        const line = lines[next] ?? "";
        const [, key = "", value = ""] = /^(new file mode|deleted file mode|old mode|new mode|rename from|rename to|copy from|copy to|similarity index|dissimilarity index|index) (.*)$/.exec(line) ?? [];
        if (key.endsWith("mode") && !/^[0-7]{6}$/.test(value))
            throw read_git_section_unreadable(next, `${value} is no mode`);
        if (key === "new file mode")
            [isNew, draft.mode] = [true, value];
        else if (key === "deleted file mode")
            isDeleted = true;
        else if (key === "new mode")
            draft.mode = value;
        else if (key === "rename from" || key === "copy from") {
            draft.oldPath = agree(draft.oldPath, readWhole(value, next), next);
            draft.isCopy = key === "copy from";
        }
        else if (key === "rename to" || key === "copy to") {
            draft.newPath = agree(draft.newPath, readWhole(value, next), next);
        }
        else if (key === "")
            break;
    }
    const line = lines[next] ?? "";
    if (line.startsWith("--- ") && lines[next + 1]?.startsWith("+++ ") === true) {
        const names = readNames(line, lines[next + 1] ?? "", next);
        if ((names.oldPath === null) !== isNew || (names.newPath === null) !== isDeleted) {
            throw read_git_section_unreadable(next, "its names and its modes disagree on whether the file is new or deleted");
        }
        draft.oldPath = names.oldPath === null ? null : agree(draft.oldPath, names.oldPath, next);
        draft.newPath = names.newPath === null ? null : agree(draft.newPath, names.newPath, next);
        next += 2;
    }
    else if (/^Binary files .* differ$/.test(line)) {
        draft.isBinary = true;
        next += 1;
    }
    else if (line === "GIT binary patch") {
        draft.isBinary = true;
        next = skipBinaryPatch(lines, next + 1);
    }
    if (isNew)
        draft.oldPath = null;
    if (isDeleted)
        draft.newPath = null;
    if (draft.oldPath === null && draft.newPath === null)
        throw read_git_section_unreadable(from, "it names no file");
    return { section: draft, next };
}
/** Names that are quoted, or, since plain ones may hold blanks, the same name twice. Null: other lines have to name it. */
function readHeaderNames(text) {
    if (text.startsWith('"') || text.endsWith('"')) {
        const first = text.startsWith('"') ? readDiffPath(text) : null;
        const cut = first === null ? text.indexOf(' "') : text.length - first.rest.length;
        const old = first?.path ?? text.slice(0, cut);
        const second = readDiffPath(text.slice(cut + 1));
        return cut < 0 || second === null || second.rest !== "" ? null : stripPrefixes(old, second.path);
    }
    const half = (text.length - 1) / 2;
    const [before, after] = [text.slice(0, half), text.slice(half + 1)];
    const decode = (name) => Buffer.from(name, "latin1").toString("utf8");
    const names = text[half] === " " ? stripPrefixes(decode(before), decode(after)) : null;
    return names !== null && names.oldPath === names.newPath ? names : null;
}
function readWhole(value, at) {
    const read = readDiffPath(value);
    if (read === null || read.rest !== "")
        throw read_git_section_unreadable(at, `${JSON.stringify(value)} is not quoted well`);
    return read.path;
}
/** Two lines about one side have to name the same file, or it is not known which one git would write. */
function agree(known, path, at) {
    if (known === null || known === path)
        return path;
    throw read_git_section_unreadable(at, `it names ${JSON.stringify(path)} and ${JSON.stringify(known)} for one file`);
}
/** One or two blocks of `literal n` or `delta n`, each with an empty line after it. */
function skipBinaryPatch(lines, from) {
    let next = from;
    while (/^(literal|delta) \d+$/.test(lines[next] ?? "")) {
        next += 1;
        while (/^[A-Za-z][0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]+$/.test(lines[next] ?? ""))
            next += 1;
        if (lines[next] === "")
            next += 1;
    }
    if (next === from)
        throw read_git_section_unreadable(from, "a binary patch lacks its data");
    return next;
}
function read_git_section_unreadable(index, reason) {
    return (0,diff_error/* diffError */.o)("DIFF_UNREADABLE", { line: index + 1, reason });
}

;// CONCATENATED MODULE: ./lib/src/policy/diff/parse-diff.js




/**
 * Reads a unified diff as git or `diff -u` writes it: latin1 text in, so that every byte is kept. Strict, since what is
 * overlooked would not be judged: text may stand before the first file only, and a combined diff, or names without
 * git's prefixes, are refused. An empty diff is no files.
 *
 * Throws the usage error `DIFF_UNREADABLE` with the line. Pure.
 */
function parseDiff(text) {
    const lines = splitLines(text);
    if (lines.every((line) => line.trim() === ""))
        return [];
    const files = [];
    for (let at = 0; at < lines.length;) {
        const line = lines[at] ?? "";
        if (/^diff --(cc|combined) |^@@@/.test(line))
            throw parse_diff_unreadable(at, "it is a combined diff, of a merge");
        if (line.startsWith("diff --git ")) {
            const { section, next } = readGitSection(lines, at);
            const end = readHunks(lines, next);
            files.push({ ...section, hunks: end.hunks, at: at + 1 });
            at = end.next;
        }
        else if (isPlainHeader(lines, at)) {
            const names = readNames(lines[at] ?? "", lines[at + 1] ?? "", at);
            const end = readHunks(lines, at + 2);
            files.push({ ...names, isCopy: false, mode: null, isBinary: false, hunks: end.hunks, at: at + 1 });
            at = end.next;
        }
        else if (files.length === 0 || isNoise(lines, at))
            at += 1;
        else
            throw parse_diff_unreadable(at, `${JSON.stringify(line.slice(0, 60))} is no part of a unified diff`);
    }
    if (files.length === 0)
        throw parse_diff_unreadable(0, "it is no unified diff");
    return files;
}
/** A diff whose own lines end in CR LF went through something that wrote it so; the files' ends are gone with it. */
function splitLines(text) {
    const isRewritten = /^(?:diff --git|---) .*\r$/m.test(text);
    const lines = (isRewritten ? text.replaceAll("\r\n", "\n") : text).split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    return lines;
}
function isPlainHeader(lines, at) {
    return (lines[at]?.startsWith("--- ") === true &&
        lines[at + 1]?.startsWith("+++ ") === true &&
        isHunkHeader(lines[at + 2]));
}
/** What may follow a file: empty lines, lines of `diff -r`, and the signature of `git format-patch`. */
function isNoise(lines, at) {
    const line = lines[at] ?? "";
    const isVersion = lines[at - 1] === "-- " && /^\d+\.\d[\w.() -]*$/.test(line);
    return line === "" || line === "-- " || isVersion || /^diff -[a-zA-Z]+ \S+ \S+$/.test(line);
}
function readHunks(lines, from) {
    const hunks = [];
    let next = from;
    while (isHunkHeader(lines[next])) {
        const read = parseHunk(lines, next);
        hunks.push(read.hunk);
        next = read.next;
    }
    return { hunks, next };
}
function parse_diff_unreadable(index, reason) {
    return (0,diff_error/* diffError */.o)("DIFF_UNREADABLE", { line: index + 1, reason });
}


/***/ }),

/***/ 6494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ isTestFile)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(124);

/** Where tests, their helpers and the data that they compare with live, in the ecosystems that gates know. */
const testGlobs = [
    "**/{test,tests,__tests__,spec,specs,e2e,testing}/**",
    "**/{fixtures,__fixtures__,testdata,test-data,test_data,__mocks__,__snapshots__,golden,goldens}/**",
    "**/*.{test,tests,spec,specs,e2e,cy,test-d}.*",
    "**/*[-_]{test,tests,spec}.*",
    "**/{test,tests,spec}.{js,mjs,cjs,jsx,ts,mts,cts,tsx,py,rb,rs}",
    "**/{test,tests}[-_]*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,py}",
    "**/*{Test,Tests,Spec}.{java,kt,scala,groovy,cs,php,swift}",
    "**/conftest.py",
    "**/*.{snap,golden,approved.txt,expected}",
];
const isMatch = picomatch__WEBPACK_IMPORTED_MODULE_0__(testGlobs, { dot: true, nocase: true });
/**
 * Whether a path, relative to the repository's root, is a test, a test's helper, or data that a test compares with.
 * It rather calls a source a test than the other way round: what decides must not be what is edited. Pure.
 */
function isTestFile(path) {
    return isMatch(path);
}


/***/ }),

/***/ 2971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ createPathProtection)
});

// UNUSED EXPORTS: isProtectedPath

// EXTERNAL MODULE: ../../picomatch/index.js
var picomatch = __webpack_require__(124);
;// CONCATENATED MODULE: ./lib/src/policy/protected/built-in-protections.js
const script = "{js,mjs,cjs,jsx,ts,mts,cts,tsx}";
/** Globs by what they would let a candidate change, in the ecosystems that gates know. Case is ignored. */
const builtInProtections = [
    {
        rule: "automation",
        reason: "workflows, hooks and dot-folders decide what runs, and where",
        globs: [
            "**/.*/**",
            "**/CODEOWNERS",
            "**/.git{attributes,modules,ignore,keep}",
            "**/{Jenkinsfile,azure-pipelines.yml,bitbucket-pipelines.yml,appveyor.yml,action.yml,action.yaml}",
            "**/{cloudbuild,buildspec,codemagic,bitrise,wercker,drone}.{yml,yaml}",
            "**/{nightshift,codecov,renovate,dependabot,lefthook,sonar-project}.{yml,yaml,json,json5,toml,properties}",
            "**/{Procfile,Vagrantfile,Tiltfile,skaffold.yaml}",
        ],
    },
    {
        rule: "dependencies",
        reason: "manifests and lock files decide which code of others runs",
        globs: [
            "**/package.{json,json5,yaml}",
            "**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,pnpm-workspace.yaml,yarn.lock,bun.lock,bun.lockb}",
            "**/{deno,jsr,bower,lerna,nx,turbo,rush,import_map,importmap,import-map}.{json,jsonc}",
            "**/{deno.lock,pnpmfile.cjs,pnpmfile.js,shrinkwrap.yaml,bunfig.toml,workspace.json,project.json}",
            "**/{pyproject.toml,setup.py,setup.cfg,Pipfile,Pipfile.lock,poetry.lock,uv.lock,pdm.lock,poetry.toml}",
            "**/{environment*.yml,environment*.yaml,conda-lock.yml,pixi.toml,pixi.lock,hatch.toml,uv.toml,pylock*.toml}",
            "**/{*requirements*,constraints}*.{txt,in}",
            "**/requirements/**/*.{txt,in}",
            "**/{MANIFEST.in,versioneer.py,setup_*.py,buildout.cfg,meson.build,meson_options.txt}",
            "**/{go.mod,go.sum,go.work,go.work.sum,Cargo.toml,Cargo.lock,rust-toolchain,rust-toolchain.toml,build.rs}",
            "**/{Gemfile,Gemfile.lock,*.gemspec,composer.json,composer.lock,pom.xml,*.gradle,*.gradle.kts}",
            "**/{gradle.properties,gradle.lockfile,libs.versions.toml,gradlew,gradlew.bat,mvnw,mvnw.cmd}",
            "**/gradle/wrapper/**",
            "**/{*.csproj,*.fsproj,*.vbproj,*.sln,*.slnx,*.props,*.targets,packages.config,nuget.config,global.json}",
            "**/{Package.swift,Package.resolved,Podfile,Podfile.lock,Cartfile,pubspec.yaml,pubspec.lock}",
            "**/{mix.exs,mix.lock,rebar.config,rebar.lock,stack.yaml,*.cabal,build.sbt,dune-project,*.opam}",
            "**/{node_modules,bower_components,vendor,.venv,venv,site-packages,third_party}/**",
        ],
    },
    {
        rule: "tools",
        reason: "settings of runners, linters, compilers and builds decide what a gate sees",
        globs: [
            "**/.*",
            `**/*.{config,conf,workspace}.{${script.slice(1, -1)},json,jsonc,yml,yaml,toml}`,
            "**/{tsconfig,jsconfig}*.json",
            "**/{biome,deno,jest,mocha,vitest,karma,nyc,tslint,eslint,oxlint,cypress,babel,swc,cspell,knip,wallaby}*.{json,jsonc}",
            `**/{webpack,rollup,vite,jest,karma,protractor,wdio,babel,eslint,prettier}.*.${script}`,
            `**/{Gruntfile,gulpfile,wallaby,jest-preset,jest-resolver,jest-transform,babel-preset}.${script}`,
            "**/{mocha,nyc,cucumber,c8}.{opts,json,yml,yaml,js,cjs,mjs}",
            "**/{pytest,tox,mypy,ruff,rustfmt,clippy,pylint,flake8,isort,coverage,nose,nose2,unittest,bandit,ty,deny,nextest,tarpaulin,cross}.{ini,toml,cfg,yml,yaml}",
            "**/{pylintrc,noxfile.py,dodo.py,fabfile.py,pyrightconfig.json,golangci.yml,golangci.yaml,revive.toml,tools.go}",
            "**/{phpunit,phpstan,psalm,phpcs}*.{xml,neon,dist,xml.dist,neon.dist}",
            "**/{checkstyle,pmd,spotbugs,detekt}*.{xml,yml}",
            "**/{Makefile,makefile,GNUmakefile,*.mk,CMakeLists.txt,*.cmake,justfile,Rakefile,configure.ac,configure.in,SConstruct}",
            "**/{Taskfile,taskfile,Earthfile}{,.yml,.yaml}",
            "**/{BUILD,BUILD.bazel,WORKSPACE,WORKSPACE.bazel,MODULE.bazel,*.bzl}",
            "**/{Dockerfile,Dockerfile.*,*.Dockerfile,Containerfile,docker-compose*.yml,docker-compose*.yaml,compose.yml,compose.yaml}",
            "{,packages/*/,apps/*/}{scripts,script,ci,hack}/**/{test,tests,lint,check,typecheck,coverage,ci,verify}{,-*,_*}.{sh,bash,js,mjs,cjs,ts,mts,py,rb,pl,ps1}",
            "**/{run,runner}{-,_,.,}{test,tests,lint,checks,ci}{,-*,_*,.*}",
            "**/{test,tests,lint,check,ci,coverage}{,-*,_*}.{sh,bash,bat,ps1,cmd}",
        ],
    },
    {
        rule: "startup",
        reason: "files that an interpreter or a test runner loads by itself would run in every gate",
        globs: [
            "**/{sitecustomize,usercustomize,conftest}.py",
            "**/*.{pth,egg-link}",
            `**/{jest,vitest,test,tests,mocha,ava,playwright,cypress}{-,_,.}{setup,environment,env,globals,global-setup,bootstrap,preload,init}{,-*,_*,.*}.${script}`,
            `**/{setup,global,globals}{-,_,.}{test,tests,jest,vitest,mocha,setup,teardown,env,files,file}{,-*,_*,.*}.${script}`,
            `**/{setupTests,setupTest,setupJest,setupVitest,setupFiles,setupFile,globalSetup,globalTeardown,jestSetup,testSetup,vitestSetup}{,.*}.${script}`,
            `**/{test,tests,__tests__,spec,specs,e2e,cypress/support}/**/{setup,teardown,globals,bootstrap,preload,register,init}.${script}`,
            "**/{spec_helper,rails_helper,test_helper}.{rb,exs}",
            "**/{pytest_*,*_pytest_plugin,pytest_plugin}.py",
            "**/*.{egg-info,dist-info}/**",
        ],
    },
];

// EXTERNAL MODULE: ./lib/src/policy/protected/is-test-file.js
var is_test_file = __webpack_require__(6494);
;// CONCATENATED MODULE: ./lib/src/policy/protected/protected-paths.js



const options = { dot: true, nocase: true };
const matchers = builtInProtections.map(({ rule, reason, globs }) => ({
    rule,
    reason,
    isMatch: picomatch([...globs], options),
}));
/**
 * Why a path is protected, or null. `globs` are config's, besides the built-in ones; a match ignores case, since some
 * file systems do. The function that comes back is quick: make it once for many paths. Pure.
 */
function createPathProtection(globs) {
    const isConfigured = globs.length === 0 ? () => false : picomatch([...globs], options);
    return (path) => {
        const group = matchers.find(({ isMatch }) => isMatch(path));
        if (group !== undefined)
            return { rule: group.rule, reason: group.reason };
        if (isConfigured(path))
            return { rule: "configured", reason: "policy.protected or a gate's own files in the configuration" };
        return (0,is_test_file/* isTestFile */.h)(path)
            ? { rule: "tests", reason: "tests and what they compare with are the judges" }
            : null;
    };
}
/** Whether a path may not be edited, by the built-in globs or by `globs`. Pure. */
function isProtectedPath(path, globs) {
    return createPathProtection(globs)(path) !== null;
}


/***/ }),

/***/ 3449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ fileMode)
/* harmony export */ });
const regular = ["100644", "100755"];
const fileMode = {
    id: "file-mode",
    group: "shape",
    title: "Symbolic links, submodules, and modes other than 100644 and 100755",
    explanation: "A link points anywhere, a submodule brings foreign code, and other modes are none that git writes. Change regular " +
        "files alone. That a file becomes executable, or is no longer, is a note for the reviewer.",
    find: ({ files }) => files.flatMap(findFaults),
};
function findFaults({ path, before, after }) {
    const place = { file: path, line: null };
    const shown = JSON.stringify(path);
    const odd = [before?.mode, after?.mode].find((mode) => mode !== undefined && !regular.includes(mode));
    if (odd !== undefined)
        return [{ ...place, reason: `${shown} ${nameMode(odd)}` }];
    const was = before?.mode ?? "100644";
    if (after === null || after.mode === was)
        return [];
    const reason = `${shown} ${after.mode === "100755" ? "becomes executable" : "is no longer executable"}`;
    return [{ ...place, reason, severity: "note" }];
}
function nameMode(mode) {
    if (mode === "120000")
        return "is a symbolic link";
    if (mode === "160000")
        return "is a submodule";
    return `has the mode ${JSON.stringify(mode)}, which no regular file has`;
}


/***/ }),

/***/ 1770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findPathFaults)
/* harmony export */ });
/** One finding for each changed path of which `faultOf` says something, to finish the sentence "<path> …". Pure. */
function findPathFaults({ files }, faultOf) {
    return files.flatMap(({ path }) => {
        const fault = faultOf(path);
        return fault === null ? [] : [{ file: path, line: null, reason: `${JSON.stringify(path)} ${fault}` }];
    });
}


/***/ }),

/***/ 3424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ gitFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _find_path_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1770);


const gitFolder = {
    id: "git-folder",
    group: "shape",
    title: "Paths inside .git, under any name that some system takes for it, and repositories in the tree",
    explanation: "What lies in a .git folder is run by git: hooks, filters, a file system monitor. Git refuses these names for the " +
        "same reason (CVE-2014-9390, CVE-2019-1352, CVE-2019-1353), and a bare repository inside a tree is run as one.",
    find: (change) => [...(0,_find_path_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .findPathFaults */ .a)(change, findFault), ...findBareRepositories(change)],
};
function findFault(path) {
    return path.split(/[/\\]/).some(isGitName) ? "is inside .git" : null;
}
function isGitName(part) {
    // What HFS+ ignores, what NTFS drops (streams after a colon, trailing dots and blanks), what folding case unites.
    const visible = part.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFKC");
    const folded = visible.toLowerCase().replaceAll("\u0131", "i").replaceAll("i\u0307", "i");
    const name = folded.replace(/:.*$/s, "").replace(/[\s.]+$/, "");
    return name === ".git" || /^git~\d+$/.test(name) || /^gi[0-9a-f]{4}~\d+$/.test(name);
}
/** A new HEAD beside objects or refs makes a folder a repository for git, whatever it is called. */
function findBareRepositories({ files, entries }) {
    const heads = files.filter(({ path, after }) => after !== null && node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path) === "HEAD");
    return heads.flatMap(({ path }) => {
        const folder = path.slice(0, -"HEAD".length);
        const paths = [...files.map((file) => file.path), ...entries.keys()];
        const isRepository = paths.some((other) => ["objects/", "refs/"].some((part) => other.startsWith(folder + part)));
        return isRepository
            ? [{ file: path, line: null, reason: `${JSON.stringify(path)} makes its folder a bare repository` }]
            : [];
    });
}


/***/ }),

/***/ 4572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ nameCollision)
});

// EXTERNAL MODULE: ./lib/src/policy/shape/replace-lookalikes.js
var replace_lookalikes = __webpack_require__(8270);
;// CONCATENATED MODULE: ./lib/src/policy/shape/fold-name.js

/**
 * A key that is the same for names that some file system, or a reader's eye, takes for one: case, Unicode's compatible
 * and composed forms, letters that look alike, trailing dots and blanks. Pure.
 */
function foldName(name) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it means ASCII.
    const isPlain = /^[\x00-\x7f]*$/.test(name);
    // Upper case first: it unites sharp s with ss, the long s with s and ligatures with their letters.
    const folded = isPlain
        ? name.toLowerCase()
        : (0,replace_lookalikes/* replaceLookalikes */.$)(name.normalize("NFKC")).toUpperCase().toLowerCase().normalize("NFC");
    return folded.replace(/\p{Default_Ignorable_Code_Point}/gu, "").replace(/[ .]+(?=\/|$)/g, "");
}

;// CONCATENATED MODULE: ./lib/src/policy/shape/name-collision.js

const nameCollision = {
    id: "name-collision",
    group: "shape",
    title: "Names that some system or reader takes for another one of the change or the repository",
    explanation: "Where case, composition or look alone tell two names apart, one file hides the other on some machine. The same " +
        "goes for a file where a folder is. Change each file once, and give a new one a name of its own.",
    find: (change) => [...findTwice(change), ...findTaken(change)],
};
function findTwice({ files }) {
    const seen = new Set();
    return files.flatMap(({ path }) => {
        const key = foldName(path);
        const isKnown = seen.has(key);
        seen.add(key);
        return isKnown
            ? [{ file: path, line: null, reason: `${JSON.stringify(path)} is changed twice, under one name` }]
            : [];
    });
}
function findTaken({ files, entries }) {
    const added = files.filter(({ path, before, after }) => before === null && after !== null && path !== "");
    if (added.length === 0)
        return [];
    const places = new Map();
    const known = new Set();
    const remember = (place) => {
        if (known.has(place.path))
            return;
        known.add(place.path);
        const key = foldName(place.path);
        places.set(key, [...(places.get(key) ?? []), place]);
    };
    for (const { path, mode } of entries.values()) {
        for (const place of placesOf(path, mode === "160000" ? "folder" : "file"))
            remember(place);
    }
    return added.flatMap(({ path }) => {
        const own = placesOf(path, "file");
        const clash = own.flatMap((place) => findClash(place, places)).at(0);
        for (const place of own)
            remember(place);
        if (clash === undefined || entries.has(path))
            return [];
        const reason = `${JSON.stringify(path)} would stand where ${JSON.stringify(clash.path)} is (a ${clash.kind})`;
        return [{ file: path, line: null, reason }];
    });
}
function findClash(place, places) {
    const same = places.get(foldName(place.path)) ?? [];
    const isFine = same.length === 0 || same.some((other) => other.path === place.path && other.kind === place.kind);
    return isFine ? [] : same.slice(0, 1);
}
/** A file and the folders above it, the outermost first. */
function placesOf(path, kind) {
    const places = [];
    for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
        places.push({ kind: "folder", path: path.slice(0, at) });
    }
    return [...places, { kind, path }];
}


/***/ }),

/***/ 9481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ pathCharacters)
/* harmony export */ });
/* harmony import */ var _find_path_faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1770);

const pathCharacters = {
    id: "path-characters",
    group: "shape",
    title: "Paths with control, bidirectional or invisible characters, or not in NFC",
    explanation: "Such a name reads as another one, breaks the tools that print it, or is two files on one system and one on " +
        "another. Name the file with visible characters, composed as in Unicode's form NFC.",
    find: (change) => (0,_find_path_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .findPathFaults */ .a)(change, findFault),
};
function findFault(path) {
    if (!path.isWellFormed())
        return "is not valid Unicode";
    if (/\p{Cc}|[\u2028\u2029]/u.test(path))
        return "holds control characters";
    if (/\p{Bidi_Control}/u.test(path))
        return "holds bidirectional control characters";
    // U+FFFD stands where a name's bytes were no UTF-8.
    if (/\p{Default_Ignorable_Code_Point}|\p{Co}|\p{Cf}|\ufffd/u.test(path))
        return "holds characters that nobody sees";
    if (/[^\S ]/.test(path))
        return "holds a blank that is not the plain one";
    return path === path.normalize("NFC") ? null : "is not in Unicode's form NFC";
}


/***/ }),

/***/ 8517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ pathLength)
/* harmony export */ });
/* harmony import */ var _find_path_faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1770);

/** What common file systems take for one name, in bytes. */
const maxNameBytes = 255;
/** macOS stops at 1,024 bytes for a whole path, the repository's own place included. */
const maxPathBytes = 800;
const maxDepth = 64;
const pathLength = {
    id: "path-length",
    group: "shape",
    title: "Names, paths and nests of folders that are too long for common systems",
    explanation: "A file that cannot be checked out on some system breaks the clone there. Choose a shorter name.",
    find: (change) => (0,_find_path_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .findPathFaults */ .a)(change, findFault),
};
function findFault(path) {
    const sizeBytes = Buffer.byteLength(path);
    if (sizeBytes > maxPathBytes)
        return `has ${sizeBytes} bytes, more than ${maxPathBytes}`;
    const parts = path.split("/");
    if (parts.length > maxDepth)
        return `is ${parts.length} folders deep, more than ${maxDepth}`;
    const isLong = parts.some((part) => Buffer.byteLength(part) > maxNameBytes);
    return isLong ? `holds a name of more than ${maxNameBytes} bytes` : null;
}


/***/ }),

/***/ 9775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ relativePath)
/* harmony export */ });
/* harmony import */ var _find_path_faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1770);

const relativePath = {
    id: "relative-path",
    group: "shape",
    title: "Paths that are absolute, climb out of the repository or are written in a roundabout way",
    explanation: "A path that leaves the tree writes where nobody looks, and one file must have one name for the other rules to " +
        "know it. Name the file relative to the repository's root, with / between folders.",
    find: (change) => (0,_find_path_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .findPathFaults */ .a)(change, findFault),
};
function findFault(path) {
    if (path === "")
        return "is no path";
    if (path.startsWith("/"))
        return "is an absolute path";
    if (/^[a-z]:/i.test(path))
        return "begins with a drive letter";
    if (path.includes("\\"))
        return "holds a backslash, which some systems take for a separator";
    const isRoundabout = path.split("/").some((part) => part === "" || part === "." || part === "..");
    return isRoundabout ? "leaves the tree or is not plain" : null;
}


/***/ }),

/***/ 8270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ replaceLookalikes)
/* harmony export */ });
/** Letters of other scripts that most fonts draw as a Latin one, each followed by it (https://www.unicode.org/reports/tr39/). */
const pairs = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwгrпnкkмmтtвbнhАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԌGԛqԜW" +
    "οoνvιiρpυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX" +
    "օoսuհhոnցgԼLՕOՍUΤT" +
    "ᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎫJᏦKᏞLᎷMᏢPᏒRᏚSᎢTᏙVᎳWᏃZ";
const latinOf = new Map();
for (let at = 0; at + 1 < pairs.length; at += 2)
    latinOf.set(pairs.charAt(at), pairs.charAt(at + 1));
/** The text with each lookalike replaced by the Latin letter that it imitates; itself when there is none. Pure. */
function replaceLookalikes(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it means ASCII.
    if (/^[\x00-\x7f]*$/.test(text))
        return text;
    return Array.from(text, (character) => latinOf.get(character) ?? character).join("");
}


/***/ }),

/***/ 728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ windowsName)
/* harmony export */ });
/* harmony import */ var _find_path_faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1770);

const windowsName = {
    id: "windows-name",
    group: "shape",
    title: "Names that mean a device, a stream, a short name or another file on Windows",
    explanation: "There CON and NUL.txt are devices, `a:b` a stream inside a, `GITHUB~1` may be .github, and `a.` is a " +
        "(https://learn.microsoft.com/windows/win32/fileio/naming-a-file). Choose a name that is the same everywhere.",
    find: (change) => (0,_find_path_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .findPathFaults */ .a)(change, findFault),
};
function findFault(path) {
    for (const part of path.split("/")) {
        if (part.includes(":"))
            return "holds a colon, which begins a drive or a stream";
        if (/^(con|prn|aux|nul|(com|lpt)[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$|clock\$)\s*(\.|$)/i.test(part))
            return "names a device";
        if (/[ .]$/.test(part) && part !== "." && part !== "..")
            return "holds a name that ends in a dot or blank";
        if (/^\s/.test(part))
            return "holds a name that begins with a blank";
        if (/^[^.]{1,6}~\d{1,6}(\.[^.]{0,3})?$/.test(part))
            return "holds a short name, another name of some file";
    }
    return null;
}


/***/ }),

/***/ 2806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote),
/* harmony export */   j: () => (/* binding */ refuseBundle)
/* harmony export */ });
/** A refusal. Pure. */
function refuseBundle(rule, reason) {
    return { status: "refused", rule, reason };
}
/** A value from a bundle as a refusal shows it. Pure. */
function quote(text) {
    return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}


/***/ }),

/***/ 5568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ MAX_CHANGED_FILES),
/* harmony export */   r: () => (/* binding */ checkSizes)
/* harmony export */ });
/* harmony import */ var _domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2339);
/* harmony import */ var _bundle_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2806);
/* harmony import */ var _file_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7057);



/** Of all changesets of a bundle together; a campaign's own are a few for each promotion. */
const MAX_CHANGED_FILES = 5 * _domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleLimits */ .x0.files;
/** Patches are there twice, of promotions and of suggestions, once under a name for people; and `manifest.json`, and two folders. */
const maxEntries = _domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleLimits */ .x0.parts + 2 * _domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleLimits */ .x0.promotions + 3;
/** Whether files are too many or too large to be read at all, by what is said of them before; null: they are not. Pure. */
function checkSizes(files, classify = _file_name_js__WEBPACK_IMPORTED_MODULE_1__/* .classifyName */ .C) {
    if (files.length > maxEntries)
        return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseBundle */ .j)("entry-count", `It holds ${files.length} entries, more than ${maxEntries}.`);
    for (const { name, sizeBytes } of files) {
        const maxBytes = sizeLimitOf(classify(name));
        if (sizeBytes > maxBytes)
            return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseBundle */ .j)("size", `${(0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(name)} has ${sizeBytes} bytes, more than ${maxBytes}.`);
    }
    const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    return totalBytes > _domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleLimits */ .x0.totalBytes
        ? (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseBundle */ .j)("size", `It unpacks to ${totalBytes} bytes, more than ${_domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleLimits */ .x0.totalBytes}.`)
        : null;
}
function sizeLimitOf(kind) {
    if (kind === "manifest")
        return _domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleLimits */ .x0.manifestBytes;
    return kind === "part" ? _domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleLimits */ .x0.partBytes : 0;
}


/***/ }),

/***/ 9829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ computeCid)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ../../multiformats/dist/src/bytes.js
const empty = new Uint8Array(0);
function toHex(d) {
    return d.reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '');
}
function fromHex(hex) {
    const hexes = hex.match(/../g);
    return hexes != null ? new Uint8Array(hexes.map(b => parseInt(b, 16))) : empty;
}
function equals(aa, bb) {
    if (aa === bb) {
        return true;
    }
    if (aa.byteLength !== bb.byteLength) {
        return false;
    }
    for (let ii = 0; ii < aa.byteLength; ii++) {
        if (aa[ii] !== bb[ii]) {
            return false;
        }
    }
    return true;
}
/**
 * Normalize binary input to a plain `Uint8Array` backed by an `ArrayBuffer`.
 *
 * Returns the input itself when it is already a plain `Uint8Array` over an
 * `ArrayBuffer`, otherwise a fresh view (or, for `SharedArrayBuffer`-backed
 * input, a copy) over the same bytes.
 *
 * Throws if input is not a recognised binary type.
 */
function coerce(o) {
    if (o instanceof Uint8Array && o.constructor.name === 'Uint8Array') {
        return toArrayBufferBackedArray(o);
    }
    if (o instanceof ArrayBuffer) {
        return new Uint8Array(o);
    }
    if (ArrayBuffer.isView(o)) {
        return toArrayBufferBackedArray(new Uint8Array(o.buffer, o.byteOffset, o.byteLength));
    }
    throw new Error('Unknown type, must be binary type');
}
function isBinary(o) {
    return o instanceof ArrayBuffer || ArrayBuffer.isView(o);
}
/**
 * Convert the passed string into a byte array, constraining each character
 * value to a single byte
 */
function fromString(str) {
    const output = new Uint8Array(str.length);
    for (let i = 0; i < str.length; i++) {
        output[i] = str.charCodeAt(i);
    }
    return output;
}
// Based on http://stackoverflow.com/a/22747272/680742, the browser with
// the lowest limit is Chrome, with 0x10000 args.
// We go 1 magnitude less, for safety
const MAX_ARGUMENTS_LENGTH = 0x1000;
/**
 * Convert the passed byte array to a string, interpreting each byte as a single
 * character
 */
function bytes_toString(b) {
    const len = b.length;
    if (len <= MAX_ARGUMENTS_LENGTH) {
        // @ts-expect-error cannot ordinarily apply a Uint8Array
        return String.fromCharCode.apply(String, b); // avoid extra subarray()
    }
    // Decode in chunks to avoid "call stack size exceeded".
    let res = '';
    let i = 0;
    while (i < len) {
        res += String.fromCharCode.apply(String, 
        // @ts-expect-error cannot ordinarily apply a Uint8Array
        b.subarray(i, i += MAX_ARGUMENTS_LENGTH));
    }
    return res;
}
function isByteArrayWithArrayBuffer(b) {
    return b?.buffer instanceof ArrayBuffer;
}
/**
 * Ensures `b` is backed by an ArrayBuffer - if not a new Uint8Array will be
 * created and the contents of `b` copied into it.
 */
function toArrayBufferBackedArray(b) {
    if (isByteArrayWithArrayBuffer(b)) {
        return b;
    }
    return b.slice();
}
//# sourceMappingURL=bytes.js.map
;// CONCATENATED MODULE: ../../multiformats/dist/src/vendor/base-x.js
/* eslint-disable */
// base-x encoding / decoding
// Copyright (c) 2018 base-x contributors
// Copyright (c) 2014-2018 The Bitcoin Core developers (base58.cpp)
// Distributed under the MIT software license, see the accompanying
// file LICENSE or http://www.opensource.org/licenses/mit-license.php.
/**
 * @param {string} ALPHABET
 * @param {any} name
 * @param {boolean} [caseInsensitive]
 */
function base(ALPHABET, name, caseInsensitive) {
    if (ALPHABET.length >= 255) {
        throw new TypeError('Alphabet too long');
    }
    var BASE_MAP = new Uint8Array(256);
    for (var j = 0; j < BASE_MAP.length; j++) {
        BASE_MAP[j] = 255;
    }
    for (var i = 0; i < ALPHABET.length; i++) {
        var x = ALPHABET.charAt(i);
        var xc = x.charCodeAt(0);
        if (BASE_MAP[xc] !== 255) {
            throw new TypeError(x + ' is ambiguous');
        }
        BASE_MAP[xc] = i;
        // For case-insensitive codecs, map the opposite case to the same index so
        // differently cased input decodes without errors (multibase spec).
        if (caseInsensitive) {
            var xl = x.toLowerCase().charCodeAt(0);
            var xu = x.toUpperCase().charCodeAt(0);
            if (xl !== xc) {
                BASE_MAP[xl] = i;
            }
            if (xu !== xc) {
                BASE_MAP[xu] = i;
            }
        }
    }
    var BASE = ALPHABET.length;
    var LEADER = ALPHABET.charAt(0);
    var FACTOR = Math.log(BASE) / Math.log(256); // log(BASE) / log(256), rounded up
    var iFACTOR = Math.log(256) / Math.log(BASE); // log(256) / log(BASE), rounded up
    /**
     * @param {any[] | Iterable<number>} source
     */
    function encode(source) {
        // @ts-ignore
        if (source instanceof Uint8Array)
            ;
        else if (ArrayBuffer.isView(source)) {
            source = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
        }
        else if (Array.isArray(source)) {
            source = Uint8Array.from(source);
        }
        if (!(source instanceof Uint8Array)) {
            throw new TypeError('Expected Uint8Array');
        }
        if (source.length === 0) {
            return '';
        }
        // Skip & count leading zeroes.
        var zeroes = 0;
        var length = 0;
        var pbegin = 0;
        var pend = source.length;
        while (pbegin !== pend && source[pbegin] === 0) {
            pbegin++;
            zeroes++;
        }
        // Allocate enough space in big-endian base58 representation.
        var size = ((pend - pbegin) * iFACTOR + 1) >>> 0;
        var b58 = new Uint8Array(size);
        // Process the bytes.
        while (pbegin !== pend) {
            var carry = source[pbegin];
            // Apply "b58 = b58 * 256 + ch".
            var i = 0;
            for (var it1 = size - 1; (carry !== 0 || i < length) && (it1 !== -1); it1--, i++) {
                carry += (256 * b58[it1]) >>> 0;
                b58[it1] = (carry % BASE) >>> 0;
                carry = (carry / BASE) >>> 0;
            }
            if (carry !== 0) {
                throw new Error('Non-zero carry');
            }
            length = i;
            pbegin++;
        }
        // Skip leading zeroes in base58 result.
        var it2 = size - length;
        while (it2 !== size && b58[it2] === 0) {
            it2++;
        }
        // Translate the result into a string.
        var str = LEADER.repeat(zeroes);
        for (; it2 < size; ++it2) {
            str += ALPHABET.charAt(b58[it2]);
        }
        return str;
    }
    /**
     * @param {string | string[]} source
     */
    function decodeUnsafe(source) {
        if (typeof source !== 'string') {
            throw new TypeError('Expected String');
        }
        if (source.length === 0) {
            return new Uint8Array();
        }
        var psz = 0;
        // Skip leading spaces.
        if (source[psz] === ' ') {
            return;
        }
        // Skip and count leading '1's.
        var zeroes = 0;
        var length = 0;
        while (source[psz] === LEADER) {
            zeroes++;
            psz++;
        }
        // Allocate enough space in big-endian base256 representation.
        var size = (((source.length - psz) * FACTOR) + 1) >>> 0; // log(58) / log(256), rounded up.
        var b256 = new Uint8Array(size);
        // Process the characters.
        while (source[psz]) {
            // Decode character
            var carry = BASE_MAP[source.charCodeAt(psz)];
            // Invalid character
            if (carry === 255) {
                return;
            }
            var i = 0;
            for (var it3 = size - 1; (carry !== 0 || i < length) && (it3 !== -1); it3--, i++) {
                carry += (BASE * b256[it3]) >>> 0;
                b256[it3] = (carry % 256) >>> 0;
                carry = (carry / 256) >>> 0;
            }
            if (carry !== 0) {
                throw new Error('Non-zero carry');
            }
            length = i;
            psz++;
        }
        // Skip trailing spaces.
        if (source[psz] === ' ') {
            return;
        }
        // Skip leading zeroes in b256.
        var it4 = size - length;
        while (it4 !== size && b256[it4] === 0) {
            it4++;
        }
        var vch = new Uint8Array(zeroes + (size - it4));
        var j = zeroes;
        while (it4 !== size) {
            vch[j++] = b256[it4++];
        }
        return vch;
    }
    /**
     * @param {string | string[]} string
     */
    function decode(string) {
        var buffer = decodeUnsafe(string);
        if (buffer) {
            return buffer;
        }
        throw new Error(`Non-${name} character`);
    }
    return {
        encode: encode,
        decodeUnsafe: decodeUnsafe,
        decode: decode
    };
}
var src = base;
var _brrp__multiformats_scope_baseX = src;
/* harmony default export */ const base_x = (_brrp__multiformats_scope_baseX);
//# sourceMappingURL=base-x.js.map
;// CONCATENATED MODULE: ../../multiformats/dist/src/bases/base.js


/**
 * Class represents both BaseEncoder and MultibaseEncoder meaning it
 * can be used to encode to multibase or base encode without multibase
 * prefix.
 */
class Encoder {
    name;
    prefix;
    baseEncode;
    constructor(name, prefix, baseEncode) {
        this.name = name;
        this.prefix = prefix;
        this.baseEncode = baseEncode;
    }
    encode(bytes) {
        if (bytes instanceof Uint8Array) {
            return `${this.prefix}${this.baseEncode(bytes)}`;
        }
        else {
            throw Error('Unknown type, must be binary type');
        }
    }
}
/**
 * Class represents both BaseDecoder and MultibaseDecoder so it could be used
 * to decode multibases (with matching prefix) or just base decode strings
 * with corresponding base encoding.
 */
class Decoder {
    name;
    prefix;
    baseDecode;
    prefixCodePoint;
    constructor(name, prefix, baseDecode) {
        this.name = name;
        this.prefix = prefix;
        const prefixCodePoint = prefix.codePointAt(0);
        /* c8 ignore next 3 */
        if (prefixCodePoint === undefined) {
            throw new Error('Invalid prefix character');
        }
        this.prefixCodePoint = prefixCodePoint;
        this.baseDecode = baseDecode;
    }
    decode(text) {
        if (typeof text === 'string') {
            if (text.codePointAt(0) !== this.prefixCodePoint) {
                throw Error(`Unable to decode multibase string ${JSON.stringify(text)}, ${this.name} decoder only supports inputs prefixed with ${this.prefix}`);
            }
            return this.baseDecode(text.slice(this.prefix.length));
        }
        else {
            throw Error('Can only multibase decode strings');
        }
    }
    or(decoder) {
        return or(this, decoder);
    }
}
class ComposedDecoder {
    decoders;
    constructor(decoders) {
        this.decoders = decoders;
    }
    or(decoder) {
        return or(this, decoder);
    }
    decode(input) {
        const prefix = input[0];
        const decoder = this.decoders[prefix];
        if (decoder != null) {
            return decoder.decode(input);
        }
        else {
            throw RangeError(`Unable to decode multibase string ${JSON.stringify(input)}, only inputs prefixed with ${Object.keys(this.decoders)} are supported`);
        }
    }
}
function or(left, right) {
    return new ComposedDecoder({
        ...(left.decoders ?? { [left.prefix]: left }),
        ...(right.decoders ?? { [right.prefix]: right })
    });
}
class Codec {
    name;
    prefix;
    baseEncode;
    baseDecode;
    encoder;
    decoder;
    constructor(name, prefix, baseEncode, baseDecode) {
        this.name = name;
        this.prefix = prefix;
        this.baseEncode = baseEncode;
        this.baseDecode = baseDecode;
        this.encoder = new Encoder(name, prefix, baseEncode);
        this.decoder = new Decoder(name, prefix, baseDecode);
    }
    encode(input) {
        return this.encoder.encode(input);
    }
    decode(input) {
        return this.decoder.decode(input);
    }
}
function from({ name, prefix, encode, decode }) {
    return new Codec(name, prefix, encode, decode);
}
function baseX({ name, prefix, alphabet, caseInsensitive = false }) {
    const { encode, decode } = base_x(alphabet, name, caseInsensitive);
    return from({
        prefix,
        name,
        encode,
        decode: (text) => coerce(decode(text))
    });
}
function decode(string, alphabetIdx, bitsPerChar, name) {
    // Count the padding bytes:
    let end = string.length;
    while (string[end - 1] === '=') {
        --end;
    }
    // Allocate the output:
    const out = new Uint8Array((end * bitsPerChar / 8) | 0);
    // Parse the data:
    let bits = 0; // Number of bits currently in the buffer
    let buffer = 0; // Bits waiting to be written out, MSB first
    let written = 0; // Next byte to write
    for (let i = 0; i < end; ++i) {
        // Read one character from the string:
        const value = alphabetIdx[string[i]];
        if (value === undefined) {
            throw new SyntaxError(`Non-${name} character`);
        }
        // Append the bits to the buffer:
        buffer = (buffer << bitsPerChar) | value;
        bits += bitsPerChar;
        // Write out some bits if the buffer has a byte's worth:
        if (bits >= 8) {
            bits -= 8;
            out[written++] = 0xff & (buffer >> bits);
        }
    }
    // Verify that we have received just enough bits:
    if (bits >= bitsPerChar || (0xff & (buffer << (8 - bits))) !== 0) {
        throw new SyntaxError('Unexpected end of data');
    }
    return out;
}
function encode(data, alphabet, bitsPerChar) {
    const pad = alphabet[alphabet.length - 1] === '=';
    const mask = (1 << bitsPerChar) - 1;
    let out = '';
    let bits = 0; // Number of bits currently in the buffer
    let buffer = 0; // Bits waiting to be written out, MSB first
    for (let i = 0; i < data.length; ++i) {
        // Slurp data into the buffer:
        buffer = (buffer << 8) | data[i];
        bits += 8;
        // Write out as much as we can:
        while (bits > bitsPerChar) {
            bits -= bitsPerChar;
            out += alphabet[mask & (buffer >> bits)];
        }
    }
    // Partial character:
    if (bits !== 0) {
        out += alphabet[mask & (buffer << (bitsPerChar - bits))];
    }
    // Add padding characters until we hit a byte boundary:
    if (pad) {
        while (((out.length * bitsPerChar) & 7) !== 0) {
            out += '=';
        }
    }
    return out;
}
function createAlphabetIdx(alphabet, caseInsensitive) {
    // Build the character lookup table:
    const alphabetIdx = {};
    for (let i = 0; i < alphabet.length; ++i) {
        alphabetIdx[alphabet[i]] = i;
        // For case-insensitive codecs, map the opposite case to the same index so
        // differently cased input decodes without errors (multibase spec).
        if (caseInsensitive) {
            const lower = alphabet[i].toLowerCase();
            const upper = alphabet[i].toUpperCase();
            if (lower !== alphabet[i]) {
                alphabetIdx[lower] = i;
            }
            if (upper !== alphabet[i]) {
                alphabetIdx[upper] = i;
            }
        }
    }
    return alphabetIdx;
}
/**
 * RFC4648 Factory
 */
function rfc4648({ name, prefix, bitsPerChar, alphabet, caseInsensitive = false }) {
    const alphabetIdx = createAlphabetIdx(alphabet, caseInsensitive);
    return from({
        prefix,
        name,
        encode(input) {
            return encode(input, alphabet, bitsPerChar);
        },
        decode(input) {
            return decode(input, alphabetIdx, bitsPerChar, name);
        }
    });
}
//# sourceMappingURL=base.js.map
;// CONCATENATED MODULE: ../../multiformats/dist/src/bases/base32.js

const base32 = rfc4648({
    prefix: 'b',
    name: 'base32',
    alphabet: 'abcdefghijklmnopqrstuvwxyz234567',
    bitsPerChar: 5,
    caseInsensitive: true
});
const base32upper = rfc4648({
    prefix: 'B',
    name: 'base32upper',
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
    bitsPerChar: 5,
    caseInsensitive: true
});
const base32pad = rfc4648({
    prefix: 'c',
    name: 'base32pad',
    alphabet: 'abcdefghijklmnopqrstuvwxyz234567=',
    bitsPerChar: 5,
    caseInsensitive: true
});
const base32padupper = rfc4648({
    prefix: 'C',
    name: 'base32padupper',
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567=',
    bitsPerChar: 5,
    caseInsensitive: true
});
const base32hex = rfc4648({
    prefix: 'v',
    name: 'base32hex',
    alphabet: '0123456789abcdefghijklmnopqrstuv',
    bitsPerChar: 5,
    caseInsensitive: true
});
const base32hexupper = rfc4648({
    prefix: 'V',
    name: 'base32hexupper',
    alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUV',
    bitsPerChar: 5,
    caseInsensitive: true
});
const base32hexpad = rfc4648({
    prefix: 't',
    name: 'base32hexpad',
    alphabet: '0123456789abcdefghijklmnopqrstuv=',
    bitsPerChar: 5,
    caseInsensitive: true
});
const base32hexpadupper = rfc4648({
    prefix: 'T',
    name: 'base32hexpadupper',
    alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUV=',
    bitsPerChar: 5,
    caseInsensitive: true
});
const base32z = rfc4648({
    prefix: 'h',
    name: 'base32z',
    alphabet: 'ybndrfg8ejkmcpqxot1uwisza345h769',
    bitsPerChar: 5
});
//# sourceMappingURL=base32.js.map
;// CONCATENATED MODULE: ../../multiformats/dist/src/bases/base36.js

const base36 = baseX({
    prefix: 'k',
    name: 'base36',
    alphabet: '0123456789abcdefghijklmnopqrstuvwxyz',
    caseInsensitive: true
});
const base36upper = baseX({
    prefix: 'K',
    name: 'base36upper',
    alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    caseInsensitive: true
});
//# sourceMappingURL=base36.js.map
;// CONCATENATED MODULE: ../../multiformats/dist/src/bases/base58.js

const base58btc = baseX({
    name: 'base58btc',
    prefix: 'z',
    alphabet: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
});
const base58flickr = baseX({
    name: 'base58flickr',
    prefix: 'Z',
    alphabet: '123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'
});
//# sourceMappingURL=base58.js.map
;// CONCATENATED MODULE: ../../multiformats/dist/src/vendor/varint.js
/* eslint-disable */
var encode_1 = varint_encode;
var MSB = 0x80, REST = 0x7F, MSBALL = ~REST, INT = Math.pow(2, 31);
/**
 * @param {number} num
 * @param {number[]} out
 * @param {number} offset
 */
function varint_encode(num, out, offset) {
    out = out || [];
    offset = offset || 0;
    var oldOffset = offset;
    while (num >= INT) {
        out[offset++] = (num & 0xFF) | MSB;
        num /= 128;
    }
    while (num & MSBALL) {
        out[offset++] = (num & 0xFF) | MSB;
        num >>>= 7;
    }
    out[offset] = num | 0;
    // @ts-ignore
    varint_encode.bytes = offset - oldOffset + 1;
    return out;
}
var varint_decode = read;
var MSB$1 = 0x80, REST$1 = 0x7F;
/**
 * @param {string | any[]} buf
 * @param {number} offset
 */
function read(buf, offset) {
    var res = 0, offset = offset || 0, shift = 0, counter = offset, b, l = buf.length;
    do {
        if (counter >= l) {
            // @ts-ignore
            read.bytes = 0;
            throw new RangeError('Could not decode varint');
        }
        b = buf[counter++];
        res += shift < 28
            ? (b & REST$1) << shift
            : (b & REST$1) * Math.pow(2, shift);
        shift += 7;
    } while (b >= MSB$1);
    // @ts-ignore
    read.bytes = counter - offset;
    return res;
}
var N1 = Math.pow(2, 7);
var N2 = Math.pow(2, 14);
var N3 = Math.pow(2, 21);
var N4 = Math.pow(2, 28);
var N5 = Math.pow(2, 35);
var N6 = Math.pow(2, 42);
var N7 = Math.pow(2, 49);
var N8 = Math.pow(2, 56);
var N9 = Math.pow(2, 63);
var varint_length = function (/** @type {number} */ value) {
    return (value < N1 ? 1
        : value < N2 ? 2
            : value < N3 ? 3
                : value < N4 ? 4
                    : value < N5 ? 5
                        : value < N6 ? 6
                            : value < N7 ? 7
                                : value < N8 ? 8
                                    : value < N9 ? 9
                                        : 10);
};
var varint = {
    encode: encode_1,
    decode: varint_decode,
    encodingLength: varint_length
};
var _brrp_varint = varint;
/* harmony default export */ const vendor_varint = (_brrp_varint);
//# sourceMappingURL=varint.js.map
;// CONCATENATED MODULE: ../../multiformats/dist/src/varint.js

function src_varint_decode(data, offset = 0) {
    const code = vendor_varint.decode(data, offset);
    const length = vendor_varint.decode.bytes;
    if (length > 9) {
        throw new RangeError('Invalid varint: too long');
    }
    if (length > 1 && data[offset + length - 1] === 0) {
        throw new RangeError('Invalid varint: not minimally encoded');
    }
    return [code, length];
}
function encodeTo(int, target, offset = 0) {
    vendor_varint.encode(int, target, offset);
    return target;
}
function encodingLength(int) {
    return vendor_varint.encodingLength(int);
}
//# sourceMappingURL=varint.js.map
;// CONCATENATED MODULE: ../../multiformats/dist/src/hashes/digest.js


/**
 * Creates a multihash digest.
 */
function create(code, digest) {
    const size = digest.byteLength;
    const sizeOffset = encodingLength(code);
    const digestOffset = sizeOffset + encodingLength(size);
    const bytes = new Uint8Array(digestOffset + size);
    encodeTo(code, bytes, 0);
    encodeTo(size, bytes, sizeOffset);
    bytes.set(digest, digestOffset);
    return new Digest(code, size, digest, bytes);
}
/**
 * Turns bytes representation of multihash digest into an instance.
 */
function digest_decode(multihash) {
    const bytes = coerce(multihash);
    const [code, sizeOffset] = src_varint_decode(bytes);
    const [size, digestOffset] = src_varint_decode(bytes.subarray(sizeOffset));
    const digest = bytes.subarray(sizeOffset + digestOffset);
    if (digest.byteLength !== size) {
        throw new Error('Incorrect length');
    }
    return new Digest(code, size, digest, bytes);
}
function digest_equals(a, b) {
    if (a === b) {
        return true;
    }
    else {
        const data = b;
        return (a.code === data.code &&
            a.size === data.size &&
            data.bytes instanceof Uint8Array &&
            equals(a.bytes, data.bytes));
    }
}
/**
 * Represents a multihash digest which carries information about the
 * hashing algorithm and an actual hash digest.
 */
class Digest {
    code;
    size;
    digest;
    bytes;
    /**
     * Creates a multihash digest.
     */
    constructor(code, size, digest, bytes) {
        this.code = code;
        this.size = size;
        this.digest = toArrayBufferBackedArray(digest);
        this.bytes = toArrayBufferBackedArray(bytes);
    }
}
/**
 * Used to check that the passed multihash has the passed code
 */
function hasCode(digest, code) {
    return digest.code === code;
}
//# sourceMappingURL=digest.js.map
;// CONCATENATED MODULE: ../../multiformats/dist/src/cid.js






// This way TS will also expose all the types from module

function format(link, base) {
    const { bytes, version } = link;
    switch (version) {
        case 0:
            return toStringV0(bytes, baseCache(link), base ?? base58btc.encoder);
        default:
            return toStringV1(bytes, baseCache(link), (base ?? base32.encoder));
    }
}
function toJSON(link) {
    return {
        '/': format(link)
    };
}
function fromJSON(json) {
    return CID.parse(json['/']);
}
const cache = new WeakMap();
function baseCache(cid) {
    const baseCache = cache.get(cid);
    if (baseCache == null) {
        const baseCache = new Map();
        cache.set(cid, baseCache);
        return baseCache;
    }
    return baseCache;
}
class CID {
    code;
    version;
    multihash;
    bytes;
    '/';
    /**
     * @param version - Version of the CID
     * @param code - Code of the codec content is encoded in, see https://github.com/multiformats/multicodec/blob/master/table.csv
     * @param multihash - (Multi)hash of the of the content.
     */
    constructor(version, code, multihash, bytes) {
        this.code = code;
        this.version = version;
        this.multihash = multihash;
        this.bytes = toArrayBufferBackedArray(bytes);
        // flag to serializers that this is a CID and
        // should be treated specially
        this['/'] = this.bytes;
    }
    /**
     * Signalling `cid.asCID === cid` has been replaced with `cid['/'] === cid.bytes`
     * please either use `CID.asCID(cid)` or switch to new signalling mechanism
     *
     * @deprecated
     */
    get asCID() {
        return this;
    }
    // ArrayBufferView
    get byteOffset() {
        return this.bytes.byteOffset;
    }
    // ArrayBufferView
    get byteLength() {
        return this.bytes.byteLength;
    }
    toV0() {
        switch (this.version) {
            case 0: {
                return this;
            }
            case 1: {
                const { code, multihash } = this;
                if (code !== DAG_PB_CODE) {
                    throw new Error('Cannot convert a non dag-pb CID to CIDv0');
                }
                // sha2-256
                if (multihash.code !== SHA_256_CODE) {
                    throw new Error('Cannot convert non sha2-256 multihash CID to CIDv0');
                }
                return (CID.createV0(multihash));
            }
            default: {
                throw Error(`Can not convert CID version ${this.version} to version 0. This is a bug please report`);
            }
        }
    }
    toV1() {
        switch (this.version) {
            case 0: {
                const { code, digest } = this.multihash;
                const multihash = create(code, digest);
                return (CID.createV1(this.code, multihash));
            }
            case 1: {
                return this;
            }
            default: {
                throw Error(`Can not convert CID version ${this.version} to version 1. This is a bug please report`);
            }
        }
    }
    equals(other) {
        return CID.equals(this, other);
    }
    static equals(self, other) {
        const unknown = other;
        return (unknown != null &&
            self.code === unknown.code &&
            self.version === unknown.version &&
            digest_equals(self.multihash, unknown.multihash));
    }
    toString(base) {
        return format(this, base);
    }
    toJSON() {
        return { '/': format(this) };
    }
    link() {
        return this;
    }
    [Symbol.toStringTag] = 'CID';
    // Legacy
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return `CID(${this.toString()})`;
    }
    /**
     * Takes any input `value` and returns a `CID` instance if it was
     * a `CID` otherwise returns `null`. If `value` is instanceof `CID`
     * it will return value back. If `value` is not instance of this CID
     * class, but is compatible CID it will return new instance of this
     * `CID` class. Otherwise returns null.
     *
     * This allows two different incompatible versions of CID library to
     * co-exist and interop as long as binary interface is compatible.
     */
    static asCID(input) {
        if (input == null) {
            return null;
        }
        const value = input;
        if (value instanceof CID) {
            // If value is instance of CID then we're all set.
            return value;
        }
        else if ((value['/'] != null && value['/'] === value.bytes) || value.asCID === value) {
            // If value isn't instance of this CID class but `this.asCID === this` or
            // `value['/'] === value.bytes` is true it is CID instance coming from a
            // different implementation (diff version or duplicate). In that case we
            // rebase it to this `CID` implementation so caller is guaranteed to get
            // instance with expected API.
            const { version, code, multihash, bytes } = value;
            return new CID(version, code, multihash, bytes ?? encodeCID(version, code, multihash.bytes));
        }
        else if (value[cidSymbol] === true) {
            // If value is a CID from older implementation that used to be tagged via
            // symbol we still rebase it to the this `CID` implementation by
            // delegating that to a constructor.
            const { version, multihash, code } = value;
            const digest = digest_decode(multihash);
            return CID.create(version, code, digest);
        }
        else {
            // Otherwise value is not a CID (or an incompatible version of it) in
            // which case we return `null`.
            return null;
        }
    }
    /**
     * @param version - Version of the CID
     * @param code - Code of the codec content is encoded in, see https://github.com/multiformats/multicodec/blob/master/table.csv
     * @param digest - (Multi)hash of the of the content.
     */
    static create(version, code, digest) {
        if (typeof code !== 'number') {
            throw new Error('String codecs are no longer supported');
        }
        if (!(digest.bytes instanceof Uint8Array)) {
            throw new Error('Invalid digest');
        }
        switch (version) {
            case 0: {
                if (code !== DAG_PB_CODE) {
                    throw new Error(`Version 0 CID must use dag-pb (code: ${DAG_PB_CODE}) block encoding`);
                }
                else {
                    return new CID(version, code, digest, digest.bytes);
                }
            }
            case 1: {
                const bytes = encodeCID(version, code, digest.bytes);
                return new CID(version, code, digest, bytes);
            }
            default: {
                throw new Error('Invalid version');
            }
        }
    }
    /**
     * Simplified version of `create` for CIDv0.
     */
    static createV0(digest) {
        return CID.create(0, DAG_PB_CODE, digest);
    }
    /**
     * Simplified version of `create` for CIDv1.
     *
     * @param code - Content encoding format code.
     * @param digest - Multihash of the content.
     */
    static createV1(code, digest) {
        return CID.create(1, code, digest);
    }
    /**
     * Decoded a CID from its binary representation. The byte array must contain
     * only the CID with no additional bytes.
     *
     * An error will be thrown if the bytes provided do not contain a valid
     * binary representation of a CID.
     */
    static decode(bytes) {
        const [cid, remainder] = CID.decodeFirst(bytes);
        if (remainder.length !== 0) {
            throw new Error('Incorrect length');
        }
        return cid;
    }
    /**
     * Decoded a CID from its binary representation at the beginning of a byte
     * array.
     *
     * Returns an array with the first element containing the CID and the second
     * element containing the remainder of the original byte array. The remainder
     * will be a zero-length byte array if the provided bytes only contained a
     * binary CID representation.
     */
    static decodeFirst(bytes) {
        const specs = CID.inspectBytes(bytes);
        const prefixSize = specs.size - specs.multihashSize;
        const multihashBytes = coerce(bytes.subarray(prefixSize, prefixSize + specs.multihashSize));
        if (multihashBytes.byteLength !== specs.multihashSize) {
            throw new Error('Incorrect length');
        }
        const digestBytes = multihashBytes.subarray(specs.multihashSize - specs.digestSize);
        const digest = new Digest(specs.multihashCode, specs.digestSize, digestBytes, multihashBytes);
        const cid = specs.version === 0
            ? CID.createV0(digest)
            : CID.createV1(specs.codec, digest);
        return [cid, bytes.subarray(specs.size)];
    }
    /**
     * Inspect the initial bytes of a CID to determine its properties.
     *
     * Involves decoding up to 4 varints. Typically this will require only 4 to 6
     * bytes but for larger multicodec code values and larger multihash digest
     * lengths these varints can be quite large. It is recommended that at least
     * 10 bytes be made available in the `initialBytes` argument for a complete
     * inspection.
     */
    static inspectBytes(initialBytes) {
        let offset = 0;
        const next = () => {
            const [i, length] = src_varint_decode(initialBytes.subarray(offset));
            offset += length;
            return i;
        };
        let version = next();
        let codec = DAG_PB_CODE;
        if (version === 18) {
            // CIDv0
            version = 0;
            offset = 0;
        }
        else {
            codec = next();
        }
        if (version !== 0 && version !== 1) {
            throw new RangeError(`Invalid CID version ${version}`);
        }
        const prefixSize = offset;
        const multihashCode = next(); // multihash code
        const digestSize = next(); // multihash length
        const size = offset + digestSize;
        const multihashSize = size - prefixSize;
        return { version, codec, multihashCode, digestSize, multihashSize, size };
    }
    /**
     * Takes cid in a string representation and creates an instance. If `base`
     * decoder is not provided will use a default from the configuration. It will
     * throw an error if encoding of the CID is not compatible with supplied (or
     * a default decoder).
     */
    static parse(source, base) {
        const [prefix, bytes] = parseCIDtoBytes(source, base);
        const cid = CID.decode(bytes);
        if (cid.version === 0 && source[0] !== 'Q') {
            throw Error('Version 0 CID string must not include multibase prefix');
        }
        // Cache string representation to avoid computing it on `this.toString()`
        baseCache(cid).set(prefix, source);
        return cid;
    }
}
function parseCIDtoBytes(source, base) {
    switch (source[0]) {
        // CIDv0 is parsed differently
        case 'Q': {
            const decoder = base ?? base58btc;
            return [
                base58btc.prefix,
                decoder.decode(`${base58btc.prefix}${source}`)
            ];
        }
        case base58btc.prefix: {
            const decoder = base ?? base58btc;
            return [base58btc.prefix, decoder.decode(source)];
        }
        case base32.prefix: {
            const decoder = base ?? base32;
            return [base32.prefix, decoder.decode(source)];
        }
        case base36.prefix: {
            const decoder = base ?? base36;
            return [base36.prefix, decoder.decode(source)];
        }
        default: {
            if (base == null) {
                throw Error('To parse non base32, base36 or base58btc encoded CID multibase decoder must be provided');
            }
            return [source[0], base.decode(source)];
        }
    }
}
function toStringV0(bytes, cache, base) {
    const { prefix } = base;
    if (prefix !== base58btc.prefix) {
        throw Error(`Cannot string encode V0 in ${base.name} encoding`);
    }
    const cid = cache.get(prefix);
    if (cid == null) {
        const cid = base.encode(bytes).slice(1);
        cache.set(prefix, cid);
        return cid;
    }
    else {
        return cid;
    }
}
function toStringV1(bytes, cache, base) {
    const { prefix } = base;
    const cid = cache.get(prefix);
    if (cid == null) {
        const cid = base.encode(bytes);
        cache.set(prefix, cid);
        return cid;
    }
    else {
        return cid;
    }
}
const DAG_PB_CODE = 0x70;
const SHA_256_CODE = 0x12;
function encodeCID(version, code, multihash) {
    const codeOffset = encodingLength(version);
    const hashOffset = codeOffset + encodingLength(code);
    const bytes = new Uint8Array(hashOffset + multihash.byteLength);
    encodeTo(version, bytes, 0);
    encodeTo(code, bytes, codeOffset);
    bytes.set(multihash, hashOffset);
    return bytes;
}
const cidSymbol = Symbol.for('@ipld/js-cid/CID');
//# sourceMappingURL=cid.js.map
;// CONCATENATED MODULE: ./lib/src/publish/bundle/compute-cid.js



/** Codes of https://github.com/multiformats/multicodec. */
const raw = 0x55;
const sha256 = 0x12;
/** The content id of bytes: CIDv1, SHA-256, raw, in base32 (https://github.com/multiformats/cid). Pure. */
function computeCid(bytes) {
    const hash = (0,external_node_crypto_.createHash)("sha256").update(bytes).digest();
    return CID.createV1(raw, create(sha256, hash)).toString();
}


/***/ }),

/***/ 1409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ decodeContent)
/* harmony export */ });
/** The bytes of a file that a changeset writes. Pure. */
function decodeContent({ encoding, content }) {
    return Buffer.from(content, encoding);
}


/***/ }),

/***/ 4018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ digestConfig)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * Digest of a configuration file's bytes as bundle and verdict carry it: SHA-256 in hex, of nothing where there is no
 * file. Pure.
 */
function digestConfig(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256")
        .update(bytes ?? "")
        .digest("hex");
}


/***/ }),

/***/ 7057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ classifyName)
/* harmony export */ });
/* harmony import */ var _name_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(114);

/** Names that a file of some bundle can have: plain letters, no case to fold, no way out of the folder. */
const pattern = /^(?:manifest\.json|parts\/b[a-z2-7]{58}|patches\/(?:\d{4}|suggestion)-cycle-\d{1,15}\.patch)$/;
/** Folders that archivers list as entries of their own. */
const folders = new Set(["parts/", "patches/"]);
/** What a name in an archive or a folder can stand for; null: nothing in any bundle. Pure. */
function classifyName(name) {
    if (name === _name_files_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_NAME */ .ir)
        return "manifest";
    if (folders.has(name))
        return "folder";
    return pattern.test(name) ? "part" : null;
}


/***/ }),

/***/ 7398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ findChangesetFault)
});

// EXTERNAL MODULE: ./lib/src/adapters/git-text.js
var git_text = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/src/publish/bundle/bundle-refusal.js
var bundle_refusal = __webpack_require__(2806);
// EXTERNAL MODULE: ./lib/src/publish/bundle/decode-content.js
var decode_content = __webpack_require__(1409);
// EXTERNAL MODULE: ./lib/src/config/schema.js + 2 modules
var schema = __webpack_require__(8916);
// EXTERNAL MODULE: ./lib/src/policy/check-change-set.js
var check_change_set = __webpack_require__(6655);
// EXTERNAL MODULE: ./lib/src/policy/protected/protected-paths.js + 1 modules
var protected_paths = __webpack_require__(2971);
// EXTERNAL MODULE: ./lib/src/policy/shape/file-mode.js
var file_mode = __webpack_require__(3449);
// EXTERNAL MODULE: ./lib/src/policy/shape/git-folder.js
var git_folder = __webpack_require__(3424);
// EXTERNAL MODULE: ./lib/src/policy/shape/name-collision.js + 1 modules
var name_collision = __webpack_require__(4572);
// EXTERNAL MODULE: ./lib/src/policy/shape/path-characters.js
var path_characters = __webpack_require__(9481);
// EXTERNAL MODULE: ./lib/src/policy/shape/path-length.js
var path_length = __webpack_require__(8517);
// EXTERNAL MODULE: ./lib/src/policy/shape/relative-path.js
var relative_path = __webpack_require__(9775);
// EXTERNAL MODULE: ./lib/src/policy/shape/windows-name.js
var windows_name = __webpack_require__(728);
;// CONCATENATED MODULE: ./lib/src/publish/bundle/find-path-fault.js











/** The rules that look at paths and modes alone. Those on content need the base, and run where it is. */
const pathRules = [
    relative_path/* relativePath */.i,
    path_characters/* pathCharacters */.O,
    path_length/* pathLength */.o,
    git_folder/* gitFolder */.n,
    windows_name/* windowsName */.D,
    name_collision/* nameCollision */.i,
    file_mode/* fileMode */.I,
];
const protectionOf = (0,protected_paths/* createPathProtection */.r)([]);
/**
 * Why policy would not let the paths or modes of a changeset through, or null: its rules on paths, and what is protected
 * in every repository (`.github/**`, manifests, settings of tools). No configuration takes one of these away, so no
 * campaign has promoted such a change.
 */
async function findPathFault(files) {
    const verdict = await (0,check_change_set/* checkChangeSet */.r)(readAsChange(files), { rules: pathRules, context: createContext() });
    if (verdict.status === "denied") {
        const [{ rule, reason }] = verdict.denials;
        return (0,bundle_refusal/* refuseBundle */.j)(`policy:${rule}`, `${reason.slice(0, 500)}.`);
    }
    for (const { path } of files) {
        const protection = protectionOf(path);
        if (protection !== null && protection.rule !== "tests")
            return (0,bundle_refusal/* refuseBundle */.j)("policy:protected-path", `${(0,bundle_refusal/* quote */.h)(path)} is protected: ${protection.reason}.`);
    }
    return null;
}
/** Contents are left out: they are large, and none of the rules looks at them. */
function readAsChange(files) {
    return {
        files: files.map((file) => ({
            path: file.path,
            before: null,
            after: file.change === "delete" ? null : { mode: file.mode, text: null, sizeBytes: 0 },
        })),
        entries: new Map(),
    };
}
/** A rule that asks for more than paths gets an error here, and so denies. */
function createContext() {
    const refuse = () => {
        throw new Error("nothing but paths is known here");
    };
    return {
        config: schema/* configSchema */.Q.parse({}),
        parser: { parse: refuse },
        readBase: refuse,
        itemKind: null,
        hasSecret: refuse,
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/bundle/find-changeset-fault.js




/**
 * Why a changeset is not taken, by itself and without the tree that it is for: it changes nothing, its paths are not in
 * order or one of them twice, policy would not let a path through, or content is told in another way than the one that
 * the writer has (UTF-8 as it is, other bytes in base64). Null: nothing speaks against it.
 */
async function findChangesetFault({ files }) {
    if (files.length === 0)
        return (0,bundle_refusal/* refuseBundle */.j)("changeset", "A changeset changes nothing.");
    const unordered = files.find(({ path }, at) => at > 0 && (files[at - 1]?.path ?? "") >= path);
    if (unordered !== undefined)
        return (0,bundle_refusal/* refuseBundle */.j)("path-order", `${(0,bundle_refusal/* quote */.h)(unordered.path)} is there twice, or not in its place.`);
    const encoding = files.flatMap((file) => findEncodingFault(file) ?? []).at(0);
    return encoding ?? (await findPathFault(files));
}
function findEncodingFault(file) {
    if (file.change === "delete")
        return null;
    const fault = describeEncodingFault(file);
    return fault === null ? null : (0,bundle_refusal/* refuseBundle */.j)("encoding", `The content of ${(0,bundle_refusal/* quote */.h)(file.path)} ${fault}.`);
}
function describeEncodingFault({ encoding, content }) {
    // Half a character would become another one on its way to bytes.
    if (encoding === "utf8")
        return content.isWellFormed() ? null : "is not valid Unicode";
    const bytes = (0,decode_content/* decodeContent */.K)({ encoding, content });
    if (bytes.toString("base64") !== content)
        return "is no canonical base64";
    return (0,git_text/* decodeStrictly */.p)(bytes) === null ? null : "is text and told as if it were none";
}


/***/ }),

/***/ 6518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ findPatchFault)
/* harmony export */ });
/* harmony import */ var _policy_diff_parse_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9767);
/* harmony import */ var _bundle_refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2806);


/**
 * Why a patch is not of a changeset: it is no diff, or of other files. What its lines say only the base can tell, where
 * verify holds it against the tree; nothing is ever built from a patch. Null: nothing speaks against it. Pure.
 */
function findPatchFault(patch, { files }) {
    let paths;
    try {
        const diffs = (0,_policy_diff_parse_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDiff */ .F)(Buffer.from(patch, "utf8").toString("latin1"));
        paths = new Set(diffs.flatMap(({ oldPath, newPath }) => [oldPath, newPath].filter((path) => path !== null)));
    }
    catch {
        return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseBundle */ .j)("patch", "A patch is no unified diff.");
    }
    const told = new Set(files.map(({ path }) => path));
    const odd = [...told.symmetricDifference(paths)].at(0);
    return odd === undefined
        ? null
        : (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseBundle */ .j)("patch", `${(0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(odd)} is in a patch or its changeset, and not in both.`);
}


/***/ }),

/***/ 114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YQ: () => (/* binding */ nameSuggestion),
/* harmony export */   ct: () => (/* binding */ namePatch),
/* harmony export */   f0: () => (/* binding */ namePart),
/* harmony export */   ir: () => (/* binding */ MANIFEST_NAME),
/* harmony export */   rF: () => (/* binding */ nameFiles)
/* harmony export */ });
/** Name of the file that lists all others. */
const MANIFEST_NAME = "manifest.json";
/**
 * Every file that a manifest lists, with its name: each part under its content id, and each patch once more under a name
 * that people can read, in the order in which they are applied. A bundle holds these and `manifest.json`, and nothing
 * else; a name is here twice where two parts have the same content. Pure.
 */
function nameFiles(manifest) {
    const { master, promotions, suggestions, journal, lessons, report } = manifest;
    const parts = [
        ...(master.changeset === null ? [] : [master.changeset]),
        ...promotions.flatMap(({ changeset, patch }) => [changeset, patch]),
        ...suggestions.map(({ patch }) => patch),
        journal,
        lessons,
        report,
    ];
    return [
        ...parts.map((part) => ({ name: namePart(part), part })),
        ...promotions.map(({ cycle, patch }, at) => ({ name: namePatch(at, cycle), part: patch })),
        ...suggestions.map(({ cycle, patch }) => ({ name: nameSuggestion(cycle), part: patch })),
    ];
}
/** `parts/<cid>`. Pure. */
function namePart({ cid }) {
    return `parts/${cid}`;
}
/** `patches/0001-cycle-3.patch` for the first promotion, of cycle 3. Pure. */
function namePatch(at, cycle) {
    return `patches/${String(at + 1).padStart(4, "0")}-cycle-${cycle}.patch`;
}
/** `patches/suggestion-cycle-3.patch`. Pure. */
function nameSuggestion(cycle) {
    return `patches/suggestion-cycle-${cycle}.patch`;
}


/***/ }),

/***/ 8920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ renderChangeset),
/* harmony export */   s: () => (/* binding */ renderManifest)
/* harmony export */ });
/* harmony import */ var _domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2339);

/**
 * The one way in which a manifest is written: the schema's order of keys, no blanks but for the last newline. What
 * reads back as the same and is written otherwise (a key twice, a blank, a number in another form) is no manifest.
 * Throws a ZodError for what the schema does not allow. Pure.
 */
function renderManifest(manifest) {
    return `${JSON.stringify(_domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestSchema */ .rc.parse(manifest))}\n`;
}
/** The same of a changeset. Pure. */
function renderChangeset(changeset) {
    return `${JSON.stringify(_domain_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .changesetSchema */ .wL.parse(changeset))}\n`;
}


/***/ }),

/***/ 3610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ capAnnotations)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9337);

/** GitHub shows so many of each level for a step, and drops the rest without a word. */
const maxOfLevel = 10;
const maxChars = 500;
/** Notes of one level as a run shows them: harmless, short, and at most 10; the last says how many more there are. Pure. */
function capAnnotations(annotations) {
    const shown = annotations.slice(0, annotations.length > maxOfLevel ? maxOfLevel - 1 : maxOfLevel);
    const [first] = annotations;
    const left = annotations.length - shown.length;
    const more = first === undefined || left === 0
        ? []
        : [
            {
                level: first.level,
                title: "Nightshift",
                message: `${left} more like this are in the job summary.`,
            },
        ];
    return [...shown, ...more].map(({ level, title, message }) => ({
        level,
        title: (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainText */ .b)(title).slice(0, maxChars).toWellFormed(),
        message: (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainText */ .b)(message).trim().slice(0, maxChars).toWellFormed(),
    }));
}


/***/ }),

/***/ 9352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ cutSummary)
/* harmony export */ });
/** The page of a run takes 1 MiB of a step; what is beyond is refused as a whole. */
const maxBytes = 900 * 1024;
/** A summary that the page takes: cut at a line's end where it is too long, and then it says so. Pure. */
function cutSummary(text) {
    const bytes = Buffer.from(text, "utf8");
    if (bytes.length <= maxBytes)
        return text;
    const note = `\n\n_Cut off here: the whole of ${bytes.length} bytes is more than the page takes. The report is in the bundle._\n`;
    const room = maxBytes - Buffer.byteLength(note);
    const kept = bytes
        .subarray(0, room)
        .toString("utf8")
        .replace(/\ufffd+$/, "");
    const end = kept.lastIndexOf("\n");
    return `${end > 0 ? kept.slice(0, end) : kept}${note}`;
}


/***/ }),

/***/ 8164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ describeId)
/* harmony export */ });
/** A check's or finding's id as people read it; an id that is neither is shown as it is. Pure. */
function describeId(id, kind) {
    const parts = readParts(id);
    if (parts === null) {
        return id;
    }
    if (kind === "lint" || kind === "typecheck") {
        const [rule, file, lineText] = parts;
        return `${file === "" ? "the project" : file}: ${rule === "" ? "" : `${rule}: `}${lineText}`;
    }
    const [file, suite, name] = parts;
    const title = [suite, name].filter((part) => part !== "").join(" > ");
    return [file, title].filter((part, at, all) => part !== "" && all.indexOf(part) === at).join(": ");
}
function readParts(id) {
    try {
        const parts = JSON.parse(id);
        if (!Array.isArray(parts) || parts.length !== 3)
            return null;
        const [first, second, third] = parts.map(String);
        return [first ?? "", second ?? "", third ?? ""];
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 8512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z8: () => (/* binding */ applyEvent),
  v0: () => (/* binding */ foldEvents),
  ue: () => (/* binding */ initialState)
});

// EXTERNAL MODULE: ./lib/src/domain/budget.js
var budget = __webpack_require__(5254);
;// CONCATENATED MODULE: ./lib/src/report/fold-model-call.js

/** The state after an event about a call of a model. Pure. */
function applyModelEvent(state, event) {
    switch (event.type) {
        case "model-asked": {
            const { type: _, ...asked } = event;
            return { ...state, openModelCalls: [...state.openModelCalls, asked] };
        }
        case "model-called": {
            const openModelCalls = state.openModelCalls.filter(({ call }) => call !== event.call);
            const { inputTokens, cachedTokens, outputTokens, chargedTokens, costUsd } = event;
            return charge({ ...state, openModelCalls }, event.cycle, {
                calls: 1,
                ...{ inputTokens, cachedTokens, outputTokens, chargedTokens, costUsd },
                unpricedCalls: event.costBasis === "unpriced" ? 1 : 0,
            });
        }
        case "budget-reached": {
            const { scope, unit, reason } = event;
            return scope === "campaign" ? { ...state, budgetReached: { scope, unit, reason } } : state;
        }
        default:
            return event;
    }
}
/** Charges what was out when the campaign was killed with the most that it may have cost. Pure. */
function chargeCutCalls(state) {
    return state.openModelCalls.reduce((before, { cycle, tokens, costUsd }) => charge(before, cycle, { ...budget/* noSpend */.yV, calls: 1, chargedTokens: tokens, costUsd }), { ...state, openModelCalls: [] });
}
function charge(state, cycle, spend) {
    const { openCycle } = state;
    return {
        ...state,
        costUsd: state.costUsd + spend.costUsd,
        modelSpend: addSpend(state.modelSpend, spend),
        openCycle: openCycle?.cycle === cycle
            ? { ...openCycle, modelSpend: addSpend(openCycle.modelSpend, spend) }
            : openCycle,
    };
}
function addSpend(one, other) {
    return {
        calls: one.calls + other.calls,
        inputTokens: one.inputTokens + other.inputTokens,
        cachedTokens: one.cachedTokens + other.cachedTokens,
        outputTokens: one.outputTokens + other.outputTokens,
        chargedTokens: one.chargedTokens + other.chargedTokens,
        costUsd: one.costUsd + other.costUsd,
        unpricedCalls: one.unpricedCalls + other.unpricedCalls,
    };
}

;// CONCATENATED MODULE: ./lib/src/report/fold-cycle.js


/**
 * The state after one event of a cycle; `at` is its time. An event of a cycle that is not open changes only what the
 * whole campaign counts, so that a journal with a line set aside still folds. Pure.
 */
function applyCycleEvent(state, event, at) {
    switch (event.type) {
        case "cycle-started": {
            const { type: _, ...started } = event;
            const before = state.openCycle?.cycle === event.cycle ? state.openCycle.modelSpend : budget/* noSpend */.yV;
            const nothing = { proposals: [], steps: [], reproductions: [], lessons: [], candidates: 0 };
            const empty = { ...nothing, promotion: null, suggestion: null, modelSpend: before };
            const avoidedApproaches = state.avoidedApproaches - countAvoided(state.openCycle);
            return { ...state, avoidedApproaches, openCycle: { ...started, ...empty, startedAt: at } };
        }
        case "candidates-tried": {
            const candidates = state.candidates + event.tried;
            const counted = { ...state, candidates, candidatesMs: state.candidatesMs + event.durationMs };
            return changeOpen(counted, event.cycle, (open) => ({ candidates: open.candidates + event.tried }));
        }
        case "model-asked":
        case "model-called":
        case "budget-reached":
            return applyModelEvent(state, event);
        case "candidate-proposed":
            return changeOpen(state, event.cycle, ({ proposals }) => ({
                proposals: [...proposals, describeProposal(event)],
            }));
        case "candidate-refused": {
            const { rule, reason, denials } = event;
            return changeProposal(state, event, { refusal: { rule, reason, denials } });
        }
        case "candidate-judged": {
            const { status, rule, reason, denials, notes, gates } = event;
            return changeProposal(state, event, { judgement: { status, rule, reason, denials, notes, gates } });
        }
        case "method-stepped": {
            const { step, status, detail, figures } = event;
            return changeOpen(state, event.cycle, ({ steps }) => ({
                steps: [...steps, { step, status, detail, figures }],
            }));
        }
        case "reproduction-judged": {
            const { type: _, cycle, ...reproduction } = event;
            return changeOpen(state, cycle, ({ reproductions }) => ({
                reproductions: [...reproductions, reproduction],
            }));
        }
        case "attempt-ended":
        case "model-conversed":
        case "promotion-intended":
            return state;
        case "promoted": {
            const { type: _, ...moved } = event;
            const promotion = { ...moved, at };
            const after = { ...state, masterCommit: event.commit, lastPromotion: promotion };
            return changeOpen(after, event.cycle, () => ({ promotion }));
        }
        case "suggested": {
            const { type: _, ...suggestion } = event;
            return changeOpen(state, event.cycle, () => ({ suggestion }));
        }
        case "lesson-learned": {
            const { lesson } = event;
            // A campaign that was killed after writing a lesson down may write it again when it goes on.
            if (state.openCycle?.lessons.some(({ id }) => id === lesson.id))
                return state;
            const avoidedApproaches = state.avoidedApproaches + (lesson.kind === "avoided" ? 1 : 0);
            const after = { ...state, avoidedApproaches };
            return changeOpen(after, event.cycle, ({ lessons }) => ({ lessons: [...lessons, lesson] }));
        }
        case "cycle-finished":
            return finishCycle(state, event);
        default:
            return event;
    }
}
/** What a cut-off cycle learned its redo learns again. */
function countAvoided(open) {
    return open?.lessons.filter(({ kind }) => kind === "avoided").length ?? 0;
}
function finishCycle(state, event) {
    const { type: _, ...end } = event;
    const open = state.openCycle?.cycle === event.cycle ? state.openCycle : null;
    const isPromoted = event.outcome === "promoted";
    // Calls of models were counted when they were made; a redone cycle's end does not tell those before the cut.
    const countedUsd = open?.modelSpend.costUsd ?? 0;
    const untoldUsd = Math.max(0, event.costUsd - countedUsd);
    return {
        ...state,
        openCycle: null,
        cycles: open === null ? state.cycles : [...state.cycles, { ...open, ...end, costUsd: countedUsd + untoldUsd }],
        completed: state.completed + 1,
        promoted: state.promoted + (isPromoted ? 1 : 0),
        suggested: state.suggested + (event.outcome === "suggested" ? 1 : 0),
        rejected: state.rejected + (event.outcome === "rejected" ? 1 : 0),
        errors: state.errors + (event.outcome === "error" ? 1 : 0),
        untaughtInARow: event.hasTaught ? 0 : state.untaughtInARow + 1,
        costUsd: state.costUsd + untoldUsd,
    };
}
function describeProposal(event) {
    const { attempt, tree, summary, origin, confidence = null, diff } = event;
    const files = event.files.map(({ path }) => path);
    return { attempt, tree, summary, origin, confidence, files, diff, refusal: null, judgement: null };
}
function changeOpen(state, cycle, change) {
    const { openCycle } = state;
    if (openCycle === null || openCycle.cycle !== cycle) {
        return state;
    }
    return { ...state, openCycle: { ...openCycle, ...change(openCycle) } };
}
function changeProposal(state, { cycle, attempt, tree }, change) {
    return changeOpen(state, cycle, ({ proposals }) => ({
        proposals: proposals.map((proposal) => proposal.attempt === attempt && proposal.tree === tree ? { ...proposal, ...change } : proposal),
    }));
}

;// CONCATENATED MODULE: ./lib/src/report/fold.js



/** The state before the first event. */
const initialState = {
    campaign: "",
    goal: "",
    issue: null,
    sacred: "",
    base: "",
    masterRef: "",
    brain: "",
    method: "",
    seed: null,
    isDryRun: false,
    safety: "on",
    isolation: { kind: "none", reason: "" },
    gates: [],
    limits: { maxCycles: 0, maxHours: 0, convergence: 0, maxCostUsd: null },
    status: "running",
    startedAt: "",
    updatedAt: "",
    masterCommit: null,
    carried: [],
    setAsidePromotions: [],
    openCycle: null,
    cycles: [],
    completed: 0,
    promoted: 0,
    suggested: 0,
    rejected: 0,
    errors: 0,
    lastPromotion: null,
    untaughtInARow: 0,
    avoidedApproaches: 0,
    elapsedMs: 0,
    costUsd: 0,
    modelSpend: budget/* noSpend */.yV,
    openModelCalls: [],
    budgetReached: null,
    warnings: [],
    firstMeasurement: [],
    lastMeasurement: [],
    proofs: [],
    setAsideChecks: [],
    workFound: { items: [], exhausted: 0, exhaustedTitles: [] },
    candidates: 0,
    candidatesMs: 0,
    stopReason: null,
    stopDetail: "",
    memoryCommit: null,
};
/** The state that a journal's entries, oldest first, lead to. Pure. */
function foldEvents(entries) {
    return entries.reduce(applyEvent, initialState);
}
/**
 * The state after one more entry. A cycle that starts replaces one that was cut off; a resumed campaign may as well go
 * on with the open one. The time between a kill and `campaign-resumed` does not count as elapsed. Pure.
 */
function applyEvent(before, entry) {
    const { event } = entry;
    const state = passTime(before, entry);
    switch (event.type) {
        case "campaign-started": {
            const { type: _, ...settings } = event;
            return { ...state, ...settings };
        }
        case "campaign-resumed":
            return {
                ...chargeCutCalls(state),
                status: "running",
                stopReason: null,
                stopDetail: "",
                budgetReached: null,
            };
        case "master-prepared":
            return {
                ...state,
                masterCommit: event.commit,
                carried: event.carried,
                setAsidePromotions: event.setAside,
            };
        case "warning":
            return { ...state, warnings: [...state.warnings, { message: event.message, hint: event.hint }] };
        case "gates-measured": {
            const isFirst = state.firstMeasurement.length === 0;
            return {
                ...state,
                firstMeasurement: isFirst ? event.results : state.firstMeasurement,
                lastMeasurement: event.results,
            };
        }
        case "gate-proved": {
            const { type: _, ...proof } = event;
            return { ...state, proofs: [...state.proofs.filter(({ gate }) => gate !== proof.gate), proof] };
        }
        case "checks-set-aside": {
            const { type: _, ...setAside } = event;
            return { ...state, setAsideChecks: [...state.setAsideChecks, setAside] };
        }
        case "work-found": {
            const { type: _, ...workFound } = event;
            return { ...state, workFound };
        }
        case "memory-stored":
            return { ...state, memoryCommit: event.commit };
        case "campaign-stopped":
            return {
                ...state,
                status: event.stopReason === "FAILED" ? "failed" : "stopped",
                stopReason: event.stopReason,
                stopDetail: event.detail,
            };
        default:
            return applyCycleEvent(state, event, entry.at);
    }
}
function passTime(state, { event, at }) {
    const isFirst = state.startedAt === "";
    const sinceMs = isFirst ? 0 : Date.parse(at) - Date.parse(state.updatedAt);
    // A clock that was set back must not take time away.
    const workedMs = event.type === "campaign-resumed" ? 0 : Math.max(0, sinceMs);
    return {
        ...state,
        startedAt: isFirst ? at : state.startedAt,
        updatedAt: at,
        elapsedMs: state.elapsedMs + workedMs,
    };
}


/***/ }),

/***/ 8747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/** Milliseconds as people read them: `850 ms`, `12.3 s`, `4 min 10 s`, `2 h 5 min`. Pure. */
function formatDuration(durationMs) {
    if (durationMs < 1000) {
        return `${Math.round(durationMs)} ms`;
    }
    if (durationMs < 60_000) {
        return `${(Math.floor(durationMs / 100) / 10).toFixed(1)} s`;
    }
    const seconds = Math.floor(durationMs / 1000);
    const minutes = Math.floor(seconds / 60);
    return minutes < 60
        ? `${minutes} min ${seconds % 60} s`
        : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}


/***/ }),

/***/ 6009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ listSuggestions)
/* harmony export */ });
/** What a campaign suggests, cycle by cycle. Pure. */
function listSuggestions({ cycles }) {
    return cycles.flatMap(({ suggestion, item }) => suggestion === null
        ? []
        : [{ ...suggestion, title: item.title, file: `suggestion-cycle-${suggestion.cycle}.patch` }]);
}


/***/ }),

/***/ 652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ markdown)
/* harmony export */ });
/**
 * Text that came from a repository, made harmless in Markdown: in a code span or block nothing is a link, a mention,
 * HTML or an image (https://github.github.com/gfm/#code-spans), and the fence is longer than any in the text.
 */
const markdown = { code, codeCell, codeBlock };
const maxCodeLength = 300;
const maxBlockLines = 200;
const maxBlockLength = 20_000;
/** A code span of one line. Pure. */
function code(text) {
    const line = clean(text).replace(/\s+/g, " ").trim();
    const shown = line.length <= maxCodeLength ? line : `${line.slice(0, maxCodeLength).toWellFormed()}…`;
    if (shown === "") {
        return "(nothing)";
    }
    const fence = "`".repeat(longestRun(shown) + 1);
    const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
    return `${fence}${pad}${shown}${pad}${fence}`;
}
/** A code span for a cell of a table, where a bar ends the cell even inside of code. Pure. */
function codeCell(text) {
    return code(text).replaceAll("|", "\\|");
}
/** A fenced block in a language, cut where it is too long for a person. Pure. */
function codeBlock(text, language) {
    const lines = clean(text).replace(/\n+$/, "").split("\n");
    const shown = lines.slice(0, maxBlockLines).join("\n").slice(0, maxBlockLength).toWellFormed();
    const isCut = lines.length > maxBlockLines || shown.length >= maxBlockLength;
    const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
    const note = isCut ? `\n\nThe rest of ${lines.length} lines is in the journal.` : "";
    return `${fence}${language}\n${shown}\n${fence}${note}`;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
/** Without what a terminal or a reader's eye would obey: control characters and bidirectional overrides. */
function clean(text) {
    return (text
        .replace(/\r\n?/g, "\n")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd"));
}


/***/ }),

/***/ 5486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderConfidence)
/* harmony export */ });
/** How sure a brain is, for people: "42 %, since …"; the reason is as it came. Pure. */
function renderConfidence({ value, reason }) {
    const share = `${Math.floor(value * 100)} %`;
    return reason === "" ? share : `${share}: ${reason}`;
}


/***/ }),

/***/ 1508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ renderReport)
});

// EXTERNAL MODULE: ./lib/src/report/format-duration.js
var format_duration = __webpack_require__(8747);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(652);
// EXTERNAL MODULE: ./lib/src/report/describe-id.js
var describe_id = __webpack_require__(8164);
// EXTERNAL MODULE: ./lib/src/report/render-confidence.js
var render_confidence = __webpack_require__(5486);
;// CONCATENATED MODULE: ./lib/src/report/render-denials.js

const { code } = markdown/* markdown */.w;
const maxDenials = 20;
/** Denials, or notes, as a list: each with its rule, file and line. "" where there is none. Pure. */
function renderDenials(label, denials) {
    const shown = denials.slice(0, maxDenials).map(({ rule, file, line, reason }) => {
        const place = file === "" ? "" : ` ${code(line === null ? file : `${file}:${line}`)}`;
        const comma = file === "" && label.endsWith(":") ? "" : ",";
        return `- ${label}${place}${comma} rule ${code(rule)}: ${code(reason)}`;
    });
    const more = denials.length - shown.length;
    return [...shown, ...(more > 0 ? [`- ${label}: ${more} more`] : [])].join("\n");
}

;// CONCATENATED MODULE: ./lib/src/report/render-reproductions.js


const { code: render_reproductions_code, codeBlock } = markdown/* markdown */.w;
const maxIds = 10;
/** Tests that were written for a cycle's item, each with what the base said to it. Pure. */
function renderReproductions({ reproductions }) {
    const parts = reproductions.map(({ status, reason, files, targets, diff }, index) => {
        const names = files.map(render_reproductions_code).join(", ") || "no file";
        const verdict = status === "red" ? "red on the base" : "refused";
        const ids = targets
            .slice(0, maxIds)
            .map((id) => `- red before: ${render_reproductions_code((0,describe_id/* describeId */.p)(id, "tests"))}`);
        const more = targets.length > maxIds ? [`- red before: ${targets.length - maxIds} more`] : [];
        return [
            `Test ${index + 1} written for it, ${names}, was ${verdict}: ${render_reproductions_code(reason)}.`,
            [...ids, ...more].join("\n"),
            diff === "" ? "" : codeBlock(diff, "diff"),
        ]
            .filter((part) => part !== "")
            .join("\n\n");
    });
    return parts.join("\n\n");
}

// EXTERNAL MODULE: ./lib/src/report/render-spend.js
var render_spend = __webpack_require__(6316);
;// CONCATENATED MODULE: ./lib/src/report/render-steps.js

const { code: render_steps_code } = markdown/* markdown */.w;
const maxSteps = 50;
/** What a cycle's method did between its start and its end, step by step. Pure. */
function renderSteps({ steps }) {
    const shown = steps.slice(0, maxSteps).map(({ step, status, detail, figures }) => {
        const measures = Object.entries(figures).map(([name, value]) => `${name} ${Math.round(value * 1000) / 1000}`);
        const numbers = measures.length === 0 ? "" : ` (${render_steps_code(measures.join(", "))})`;
        return `- ${render_steps_code(step)}: ${render_steps_code(status)}${detail === "" ? "" : `, ${render_steps_code(detail)}`}${numbers}`;
    });
    const more = steps.length > maxSteps ? [`- ${steps.length - maxSteps} more steps are in the journal`] : [];
    return shown.length === 0 ? "" : [`**Method:** ${steps.length} steps`, "", ...shown, ...more].join("\n");
}

;// CONCATENATED MODULE: ./lib/src/report/render-cycle.js








const { code: render_cycle_code, codeBlock: render_cycle_codeBlock } = markdown/* markdown */.w;
const render_cycle_maxIds = 10;
/** One cycle: its item, every candidate that was judged with the gates' evidence, and how it ended and why. Pure. */
function renderCycle(cycle, { gates }) {
    const kinds = new Map(gates.map(({ name, kind }) => [name, kind]));
    const { item, outcome, reason, candidates, durationMs } = cycle;
    // A model tries by itself what it brings.
    const tried = candidates > 0 || cycle.attempts === 0 ? `${candidates} candidates tried, ` : "";
    const parts = [
        `### Cycle ${cycle.cycle}: ${outcome}`,
        item.kind === "issue"
            ? `${render_cycle_code(item.title)}, asked for by a person.`
            : `${render_cycle_code(item.title)}, found by gate ${render_cycle_code(item.gate)}.`,
        `**Why:** ${render_cycle_code(reason)}. ${tried}${cycle.attempts} brought before the gates, ${(0,format_duration/* formatDuration */.a)(durationMs)}.`,
        renderModels(cycle),
        renderFailures(item),
        renderSteps(cycle),
        renderReproductions(cycle),
        ...cycle.proposals.map((proposal) => renderProposal(proposal, kinds)),
        renderPromotion(cycle),
        ...cycle.lessons.flatMap((lesson) => lesson.kind === "forgotten" || lesson.kind === "reward"
            ? []
            : [`Learned (${lesson.kind}): ${render_cycle_code(lesson.text)}`]),
    ];
    return parts.filter((part) => part !== "").join("\n\n");
}
function renderModels({ costUsd, modelSpend }) {
    return modelSpend.calls === 0
        ? ""
        : `**Models:** ${(0,render_spend/* renderSpend */.fc)(modelSpend)}; ${(0,render_spend/* renderCost */.Wy)(costUsd, modelSpend)}.`;
}
/** What was red before, as the gate told it. */
function renderFailures({ kind, evidence, failures }) {
    const label = kind === "issue" ? "asked for" : "red before";
    const shown = evidence.slice(0, render_cycle_maxIds).map(({ title, message }) => {
        const [first = ""] = message.trim().split("\n", 1);
        return `- ${label}: ${render_cycle_code(title)}${first === "" ? "" : `: ${render_cycle_code(first)}`}`;
    });
    const more = failures > shown.length ? [`- red before: ${failures - shown.length} more`] : [];
    return [...shown, ...more].join("\n");
}
function renderProposal(proposal, kinds) {
    const { attempt, summary, origin, confidence, refusal, judgement, diff } = proposal;
    const verdict = refusal !== null
        ? `refused before any gate ran, by rule ${render_cycle_code(refusal.rule)}: ${render_cycle_code(refusal.reason)}`
        : judgement === null
            ? "not judged: the campaign was cut off"
            : judgement.status === "promote"
                ? `let through: ${render_cycle_code(judgement.reason)}`
                : `refused by rule ${render_cycle_code(judgement.rule)}: ${render_cycle_code(judgement.reason)}`;
    const evidence = judgement?.gates.flatMap((gate) => renderGate(gate, kinds.get(gate.gate) ?? "tests")) ?? [];
    return [
        `Attempt ${attempt}: ${render_cycle_code(summary)} (by ${render_cycle_code(origin)}) was ${verdict}.`,
        confidence === null ? "" : `Confidence: ${render_cycle_code((0,render_confidence/* renderConfidence */.h)(confidence))}.`,
        renderDenials("denied", refusal?.denials ?? []),
        renderDenials(judgement?.status === "promote" ? "denied, and kept all the same" : "denied", judgement?.denials ?? []),
        renderDenials("for the reviewer:", judgement?.notes ?? []),
        evidence.join("\n"),
        render_cycle_codeBlock(diff, "diff"),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
}
function renderGate(gate, kind) {
    const optional = gate.isRequired ? "" : " (not required)";
    return [
        `- ${render_cycle_code(gate.gate)}${optional}: **${gate.status}**, ${render_cycle_code(gate.reason)}`,
        ...renderIds("red before, green after", gate.fixed, kind),
        ...renderIds("green before, red after", gate.broken, kind),
    ];
}
function renderIds(label, ids, kind) {
    const shown = ids.slice(0, render_cycle_maxIds).map((id) => `  - ${label}: ${render_cycle_code((0,describe_id/* describeId */.p)(id, kind))}`);
    return ids.length > render_cycle_maxIds ? [...shown, `  - ${label}: ${ids.length - render_cycle_maxIds} more`] : shown;
}
function renderPromotion({ promotion }) {
    if (promotion === null) {
        return "";
    }
    const { commit, subject, snapshot } = promotion;
    return `Commit ${render_cycle_code(commit)}, ${render_cycle_code(subject)}; master before it is ${render_cycle_code(snapshot)}.`;
}

;// CONCATENATED MODULE: ./lib/src/report/render-gates.js

const { codeCell } = markdown/* markdown */.w;
const SHOWN_FILES = 2;
/** The gates with what they said at first and last, and whether they have proved that they can fail. Pure. */
function renderGates(state) {
    if (state.gates.length === 0) {
        return "";
    }
    const first = new Map(state.firstMeasurement.map((summary) => [summary.gate, summary]));
    const last = new Map(state.lastMeasurement.map((summary) => [summary.gate, summary]));
    const proofs = new Map(state.proofs.map((proof) => [proof.gate, proof]));
    const rows = state.gates.map(({ name, kind, command }) => {
        const proof = proofs.get(name);
        const shown = proof === undefined ? "not asked" : `${proof.status}: ${codeCell(proof.reason)}`;
        const results = `${renderSummary(first.get(name))} | ${renderSummary(last.get(name))}`;
        return `| ${codeCell(name)} | ${kind} | ${codeCell(command)} | ${results} | ${shown} |`;
    });
    const head = [
        "| gate | kind | command | at first | when last measured | can it fail |",
        `${"| --- ".repeat(6)}|`,
    ];
    return ["## Gates", [...head, ...rows].join("\n")].join("\n\n");
}
function renderSummary(summary) {
    if (summary === undefined) {
        return "not measured";
    }
    const network = summary.network === "host" ? ", with network" : "";
    const files = (summary.outputFiles ?? []).slice(0, SHOWN_FILES).map((name) => codeCell(`output/${name}`));
    const output = files.length === 0 ? "" : `, whole output in ${files.join(" and ")}`;
    return `${summary.status}: ${codeCell(summary.reason)}${network}${output}`;
}

;// CONCATENATED MODULE: ./lib/src/report/render-set-aside.js


const { code: render_set_aside_code } = markdown/* markdown */.w;
const render_set_aside_maxIds = 20;
/** What counted for nothing: promotions that could not be carried over, and checks that are no evidence. Pure. */
function renderSetAside({ setAsidePromotions, setAsideChecks, gates, carried, }) {
    const kinds = new Map(gates.map(({ name, kind }) => [name, kind]));
    const promotions = setAsidePromotions.map(({ commit, subject, reason }) => `- promotion ${render_set_aside_code(commit)}, ${render_set_aside_code(subject)}: ${render_set_aside_code(reason)}`);
    const checks = setAsideChecks.flatMap(({ gate, reason, ids, hint }) => [
        `- ${ids.length} ${reason} in gate ${render_set_aside_code(gate)}: ${render_set_aside_code(hint)}`,
        ...ids.slice(0, render_set_aside_maxIds).map((id) => `  - ${render_set_aside_code((0,describe_id/* describeId */.p)(id, kinds.get(gate) ?? "tests"))}`),
        ...(ids.length > render_set_aside_maxIds ? [`  - ${ids.length - render_set_aside_maxIds} more`] : []),
    ]);
    const kept = carried.length === 0 ? [] : [`${carried.length} promotions of earlier campaigns were carried over.`];
    const lines = [...promotions, ...checks];
    if (lines.length === 0) {
        return kept.join("");
    }
    return ["## Set aside", ...kept, lines.join("\n")].join("\n\n");
}

// EXTERNAL MODULE: ./lib/src/report/render-suggestions.js
var render_suggestions = __webpack_require__(8193);
;// CONCATENATED MODULE: ./lib/src/report/render-report.js







const { code: render_report_code, codeBlock: render_report_codeBlock, codeCell: render_report_codeCell } = markdown/* markdown */.w;
/**
 * The report of a campaign, in Markdown: what was kept or refused and why, with the evidence, what was set aside, what
 * is still open, and how to look at it and take it back. Pure.
 */
function renderReport(state) {
    const sections = [
        `# Nightshift campaign ${render_report_code(state.campaign)}`,
        renderUnsafe(state),
        render_report_renderSummary(state),
        renderFacts(state),
        renderGates(state),
        ...(state.cycles.length === 0
            ? []
            : ["## Cycles", ...state.cycles.map((cycle) => renderCycle(cycle, state))]),
        (0,render_suggestions/* renderSuggestions */.O)(state),
        renderOpenCycle(state),
        renderSetAside(state),
        renderOpenWork(state),
        renderCommands(state),
    ];
    return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}
function renderUnsafe({ safety }) {
    return safety === "on"
        ? ""
        : "> **Unsafe:** this campaign ran with `--no-safety`. Policy recorded its denials and refused none of them: do not " +
            "publish or merge any of this.";
}
function render_report_renderSummary(state) {
    const { completed, promoted, suggested, rejected, errors } = state;
    const others = completed - promoted - suggested - rejected - errors;
    const counts = [
        `${promoted} promoted`,
        ...(suggested > 0 ? [`${suggested} suggested`] : []),
        `${rejected} rejected`,
        ...(others > 0 ? [`${others} without a candidate`] : []),
        ...(errors > 0 ? [`${errors} ended in an error`] : []),
    ];
    const end = state.stopReason === null
        ? "It is still running, or was killed: `nightshift run --resume` goes on with it."
        : `It ended as **${state.stopReason}**: ${render_report_code(state.stopDetail)}.`;
    const dryRun = state.isDryRun ? " This was a dry run: no ref was written." : "";
    return `${completed} cycles: ${counts.join(", ")}. ${end}${dryRun}`;
}
function renderFacts(state) {
    const { isolation, masterCommit, candidates, candidatesMs, modelSpend } = state;
    const perSecond = candidatesMs === 0 ? "" : `, ${((candidates * 1000) / candidatesMs).toFixed(1)} a second`;
    const facts = [
        ...(state.goal === "" ? [] : [["goal", render_report_codeCell(state.goal)]]),
        ["started", render_report_codeCell(state.startedAt)],
        ["took", (0,format_duration/* formatDuration */.a)(state.elapsedMs)],
        ["base", `${render_report_codeCell(state.base)} of ${render_report_codeCell(state.sacred)}`],
        [
            "master",
            masterCommit === null ? "not prepared" : `${render_report_codeCell(masterCommit)} on ${render_report_codeCell(state.masterRef)}`,
        ],
        ["brain and method", `${render_report_codeCell(state.brain)}, ${render_report_codeCell(state.method)}`],
        ["seed", state.seed === null ? "none" : String(state.seed)],
        ["candidates tried", `${candidates}${perSecond}`],
        ...(modelSpend.calls === 0 ? [] : [["models", (0,render_spend/* renderSpend */.fc)(modelSpend)]]),
        ["cost", (0,render_spend/* renderCost */.Wy)(state.costUsd, modelSpend)],
        ["isolation", isolation.kind === "bubblewrap" ? "bubblewrap" : `**none**: ${render_report_codeCell(isolation.reason)}`],
        ["learned", `${state.avoidedApproaches} approaches to avoid`],
    ];
    const warnings = state.warnings.map(({ message, hint }) => `> **Warning:** ${render_report_code(message)}${hint === "" ? "" : ` ${render_report_code(hint)}`}`);
    const table = ["| | |", "| --- | --- |", ...facts.map((row) => `| ${row.join(" | ")} |`)].join("\n");
    return [...warnings, table].join("\n\n");
}
function renderOpenCycle({ openCycle }) {
    return openCycle === null
        ? ""
        : `Cycle ${openCycle.cycle}, ${render_report_code(openCycle.item.title)}, has started and not finished.`;
}
function renderOpenWork({ workFound, cycles }) {
    const outcomes = new Map(cycles.map(({ item, outcome }) => [item.id, outcome]));
    const open = workFound.items.filter(({ id }) => outcomes.get(id) !== "promoted");
    if (open.length === 0 && workFound.exhausted === 0) {
        return "";
    }
    const lines = open.map(({ id, title, gate }) => {
        const outcome = outcomes.get(id);
        return `- ${render_report_code(title)} (${render_report_code(gate)}${outcome === undefined ? "" : `; ${outcome} in this campaign`})`;
    });
    const exhausted = workFound.exhausted === 0
        ? []
        : [
            `- ${workFound.exhausted} more that memory knows as exhausted: nothing new to try until their code changes`,
            ...workFound.exhaustedTitles.map((title) => `  - ${render_report_code(title)}`),
        ];
    return ["## Still open", [...lines, ...exhausted].join("\n")].join("\n\n");
}
function renderCommands(state) {
    const promotions = state.cycles.flatMap(({ promotion }) => (promotion === null ? [] : [promotion]));
    const [first] = promotions;
    if (first === undefined || state.isDryRun) {
        return "";
    }
    const branch = state.masterRef.replace(/^refs\/heads\//, "");
    const look = [
        `git log --oneline ${state.base}..${branch}`,
        `git diff ${state.base} ${branch}`,
        ...promotions.map(({ commit, subject }) => `git show ${commit}  # ${subject}`),
    ];
    const back = promotions
        .toReversed()
        .map(({ snapshot, cycle }) => `nightshift rollback ${nameSnapshot(snapshot)}  # as before cycle ${cycle}`);
    return [
        "## Look at it, take it over, take it back",
        "Your own branch, index and work tree are as they were. The promotions are commits of their own:",
        render_report_codeBlock(look.join("\n"), "sh"),
        "A rollback is a new commit on master with the tree of a snapshot, and can itself be rolled back:",
        render_report_codeBlock(back.join("\n"), "sh"),
    ].join("\n\n");
}
/** `<campaign>/<cycle>`, as the command takes it. */
function nameSnapshot(ref) {
    return ref.replace(/^.*\/snapshot\//, "");
}


/***/ }),

/***/ 6316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wy: () => (/* binding */ renderCost),
/* harmony export */   cg: () => (/* binding */ renderSpendResult),
/* harmony export */   fc: () => (/* binding */ renderSpend)
/* harmony export */ });
/** For scripts; an empty object where no model was called. Pure. */
function renderSpendResult(spend) {
    const { calls, inputTokens, cachedTokens, outputTokens } = spend;
    return calls === 0 ? {} : { model: { calls, inputTokens, cachedTokens, outputTokens } };
}
/** For people: "3 calls, 5,400 tokens in (4,000 cached), 300 out". Pure. */
function renderSpend({ calls, inputTokens, cachedTokens, outputTokens }) {
    const cached = cachedTokens === 0 ? "" : ` (${group(cachedTokens)} cached)`;
    return `${countCalls(calls)}, ${group(inputTokens)} tokens in${cached}, ${group(outputTokens)} out`;
}
/** "0.42 US dollars", with what it does not hold. Cents are too coarse for a single call. Pure. */
function renderCost(costUsd, { unpricedCalls }) {
    const digits = costUsd > 0 && costUsd < 0.1 ? 4 : 2;
    const unpriced = unpricedCalls === 0 ? "" : `, without ${countCalls(unpricedCalls)} whose price is unknown`;
    return `${costUsd.toFixed(digits)} US dollars${unpriced}`;
}
function countCalls(calls) {
    return `${group(calls)} ${calls === 1 ? "call" : "calls"}`;
}
function group(value) {
    return value.toLocaleString("en-US");
}


/***/ }),

/***/ 432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ renderStatus)
/* harmony export */ });
/* harmony import */ var _render_spend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6316);

/** How a campaign stands, for `status.json` and `nightshift status`. Pure. */
function renderStatus(state) {
    // What a dry run promoted is on no branch.
    const last = state.isDryRun ? null : state.lastPromotion;
    return {
        campaign: state.campaign,
        status: state.status,
        started: state.startedAt,
        currentCycle: state.openCycle?.cycle ?? null,
        completed: state.completed,
        promoted: state.promoted,
        ...(state.suggested > 0 ? { suggested: state.suggested } : {}),
        rejected: state.rejected,
        lastPromotion: last === null
            ? null
            : {
                cycle: last.cycle,
                commit: last.commit,
                snapshot: last.snapshot,
                subject: last.subject,
                at: last.at,
            },
        convergenceCounter: state.untaughtInARow,
        avoidedApproaches: state.avoidedApproaches,
        elapsedMs: state.elapsedMs,
        costUsd: state.costUsd,
        ...(0,_render_spend_js__WEBPACK_IMPORTED_MODULE_0__/* .renderSpendResult */ .cg)(state.modelSpend),
        ...(state.safety === "off" ? { safety: state.safety } : {}),
    };
}


/***/ }),

/***/ 8193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ renderSuggestions)
/* harmony export */ });
/* harmony import */ var _list_suggestions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6009);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(652);
/* harmony import */ var _render_confidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5486);



const { code, codeBlock } = _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .w;
/** The part of a report that tells what is suggested and not on master, and how to apply it; "" without any. Pure. */
function renderSuggestions(state) {
    const suggestions = (0,_list_suggestions_js__WEBPACK_IMPORTED_MODULE_1__/* .listSuggestions */ .A)(state);
    if (suggestions.length === 0)
        return "";
    const lines = suggestions.map(({ cycle, subject, title, confidence, files }) => `- cycle ${cycle}: ${code(subject)} for ${code(title)}, in ${files.map(code).join(", ")}; ` +
        `confidence ${code((0,_render_confidence_js__WEBPACK_IMPORTED_MODULE_2__/* .renderConfidence */ .h)(confidence))}`);
    return [
        "## Suggestions",
        "Every gate lets these through, and the brain is not sure enough of them: none is on master.",
        lines.join("\n"),
        "Their patches are in the campaign's folder, beneath `patches/`, and in the artifact of a run on GitHub. To try one:",
        codeBlock(suggestions.map(({ file }) => `git apply --3way patches/${file}`).join("\n"), "sh"),
    ].join("\n\n");
}


/***/ }),

/***/ 4234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ rememberParses)
/* harmony export */ });
/** A parser that parses each text once and keeps all trees until it is dropped itself: for one look at one change. */
function rememberParses(parser) {
    const known = new Map();
    return {
        parse(path, text) {
            const key = `${path}\0${text}`;
            const outcome = known.get(key) ?? parser.parse(path, text);
            known.set(key, outcome);
            return outcome;
        },
    };
}


/***/ }),

/***/ 1616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ Diff)
/* harmony export */ });
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}


/***/ }),

/***/ 6835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pp: () => (/* binding */ diffLines)
/* harmony export */ });
/* unused harmony exports lineDiff, diffTrimmedLines, tokenize */
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1616);


class LineDiff extends _base_js__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}


/***/ }),

/***/ 962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ createPatch),
/* harmony export */   jr: () => (/* binding */ FILE_HEADERS_ONLY),
/* harmony export */   ss: () => (/* binding */ createTwoFilesPatch)
/* harmony export */ });
/* unused harmony exports INCLUDE_HEADERS, OMIT_HEADERS, structuredPatch, formatPatch */
/* harmony import */ var _diff_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6835);

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch((0,_diff_line_js__WEBPACK_IMPORTED_MODULE_0__/* .diffLines */ .Pp)(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        (0,_diff_line_js__WEBPACK_IMPORTED_MODULE_0__/* .diffLines */ .Pp)(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}


/***/ }),

/***/ 7688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ../../yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ../../p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ }),

/***/ 3203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5233);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1471);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
