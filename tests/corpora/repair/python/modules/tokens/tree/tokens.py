"""A small calculator: numbers, names, + - * / ^, brackets, and functions of several arguments."""


class Mistake(ValueError):
    """The text cannot be read, or not be worked out."""


SYMBOLS = "+-*/^(),"
FUNCTIONS = {"max": max, "min": min, "abs": lambda value: abs(value), "half": lambda value: value / 2}


def tokenize(text):
    """("number", 1.5), ("name", "x") and ("symbol", "+")."""
    tokens = []
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace():
            at += 1
        elif char in SYMBOLS:
            tokens.append(("symbol", char))
            at += 1
        elif char.isdigit() or char == ".":
            start = at
            while at < len(text) and (text[at].isdigit() or text[at] == "."):
                at += 1
            if text[start:at].count(".") > 1 or text[start:at] == ".":
                raise Mistake(f"not a number: {text[start:at]}")
            tokens.append(("number", float(text[start:at])))
        elif char.isalpha():
            start = at
            while at < len(text) and (text[at].isalnum() or text[at] == "_"):
                at += 1
            tokens.append(("name", text[start:at]))
        else:
            raise Mistake(f"unknown character: {char}")
    return tokens


class Parser:
    """Works out a sum of products of powers; ^ binds to the right, a sign weaker than ^."""

    def __init__(self, tokens, values):
        self.tokens = tokens
        self.values = values
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def take(self, *symbols):
        kind, text = self.peek()
        if kind == "symbol" and text in symbols:
            self.at += 1
            return text
        return None

    def expect(self, symbol):
        if self.take(symbol) is None:
            raise Mistake(f"{symbol} is missing")

    def sum(self):
        value = self.product()
        while True:
            symbol = self.take("+", "-")
            if symbol is None:
                return value
            right = self.product()
            value = value + right if symbol == "+" else value - right

    def product(self):
        value = self.signed()
        while True:
            symbol = self.take("*", "/")
            if symbol is None:
                return value
            right = self.signed()
            if symbol == "*":
                value *= right
            elif right == 0:
                raise Mistake("division by zero")
            else:
                value /= right

    def signed(self):
        if self.take("-"):
            return -self.signed()
        return self.power()

    def power(self):
        base = self.atom()
        if self.take("^"):
            return base ** self.signed()
        return base

    def atom(self):
        kind, text = self.peek()
        self.at += 1
        if kind == "number":
            return text
        if kind == "name":
            if self.take("("):
                return self.call(text)
            if text not in self.values:
                raise Mistake(f"unknown name: {text}")
            return self.values[text]
        if (kind, text) == ("symbol", "("):
            value = self.sum()
            self.expect(")")
            return value
        raise Mistake(f"unexpected: {text or 'the end'}")

    def call(self, name):
        if name not in FUNCTIONS:
            raise Mistake(f"unknown function: {name}")
        arguments = [self.sum()]
        while self.take(","):
            arguments.append(self.sum())
        self.expect(")")
        return FUNCTIONS[name](*arguments)


def calculate(text, **values):
    """The value of the text, with names by keyword."""
    parser = Parser(tokenize(text), values)
    value = parser.sum()
    if parser.peek()[0] != "end":
        raise Mistake(f"unexpected: {parser.peek()[1]}")
    return value
