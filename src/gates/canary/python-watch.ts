/**
 * Python that tells what of builtins, unittest and pytest changed between two looks, or is a function of one of the
 * `files` (absolute, resolved): a module may have acted before the first look. It runs under Python 3.8 and newer.
 */
export const pythonWatch = `
def watch(files):
    import builtins, os, sys, types, unittest

    def owners():
        yield "builtins", vars(builtins)
        for name, keys in (("sys", ("exit", "settrace", "setprofile", "_getframe")), ("os", ("_exit", "abort", "kill"))):
            space = vars(sys.modules[name])
            yield name, {key: space.get(key) for key in keys}
        for name, module in list(sys.modules.items()):
            if name.split(".")[0] in ("__main__", "unittest", "_pytest", "pytest", "pluggy") and module is not None:
                space = vars(module)
                yield name, {key: value for key, value in list(space.items()) if isinstance(value, types.FunctionType)}
                for key, value in list(space.items()):
                    if isinstance(value, type) and getattr(value, "__module__", None) == name:
                        yield name + "." + key, dict(vars(value))

    def unwrap(value):
        value = getattr(value, "__func__", value)
        return value.fget if isinstance(value, property) else value

    def look():
        seen = {("sys", "gettrace"): sys.gettrace(), ("sys", "getprofile"): sys.getprofile()}
        for label, space in owners():
            for key, value in list(space.items()):
                if callable(value) or isinstance(value, (staticmethod, classmethod, property)):
                    value = unwrap(value)
                    seen[label, key] = (value, getattr(value, "__code__", None))
        return seen

    # pytest sets these anew for each test.
    passing = ("_reprcompare", "_assertion_pass")
    first = look()

    def find():
        second = look()
        changed = ["%s.%s" % key for key in first if key[1] not in passing and not same(first[key], second.get(key))]
        for key, value in second.items():
            code = value[1] if isinstance(value, tuple) else getattr(value, "__code__", None)
            if code is not None and is_foreign(code.co_filename, key[1]):
                changed.append("%s.%s" % key)
        return sorted(set(changed))

    # Generated methods of data classes have such names; what somebody put together from a text has others.
    def is_foreign(path, name):
        if path.startswith("<"):
            return not path.startswith(("<frozen", "<attrs")) and not name.startswith("__")
        return os.path.realpath(path) in files

    def same(one, two):
        if isinstance(one, tuple) and isinstance(two, tuple):
            return one[0] is two[0] and one[1] is two[1]
        return one is two

    return find
`;
