/** Top-level modules of Python's standard library, of all versions from 3.8 on (`sys.stdlib_module_names`). */
export const standardModules: ReadonlySet<string> = new Set(
  (
    "__future__ __main__ _thread abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit " +
    "audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop " +
    "collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv " +
    "ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno " +
    "faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc genericpath getopt getpass " +
    "gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io " +
    "ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap " +
    "modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath numbers opcode operator optparse os " +
    "ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint " +
    "profile pstats pty pwd py_compile pyclbr pydoc pyexpat queue quopri random re readline reprlib resource rlcompleter " +
    "runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd " +
    "sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symbol " +
    "symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit " +
    "tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest urllib uu " +
    "uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib " +
    "zoneinfo"
  ).split(" "),
);

/** Modules whose distribution has another name than `_` for `-`, or `python-` and `py` before it. */
export const distributionOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    attr: ["attrs"],
    bs4: ["beautifulsoup4"],
    cv2: ["opencv-python", "opencv-python-headless", "opencv-contrib-python"],
    Crypto: ["pycryptodome"],
    Cryptodome: ["pycryptodomex"],
    dateutil: ["python-dateutil"],
    docx: ["python-docx"],
    dotenv: ["python-dotenv"],
    fitz: ["pymupdf"],
    git: ["gitpython"],
    google: ["protobuf", "google-auth", "google-api-python-client", "google-cloud-storage"],
    gi: ["pygobject"],
    jose: ["python-jose"],
    jwt: ["pyjwt"],
    kafka: ["kafka-python"],
    ldap: ["python-ldap"],
    magic: ["python-magic"],
    MySQLdb: ["mysqlclient"],
    OpenSSL: ["pyopenssl"],
    PIL: ["pillow"],
    pkg_resources: ["setuptools"],
    pptx: ["python-pptx"],
    psycopg2: ["psycopg2", "psycopg2-binary"],
    rest_framework: ["djangorestframework"],
    ruamel: ["ruamel-yaml"],
    serial: ["pyserial"],
    skimage: ["scikit-image"],
    sklearn: ["scikit-learn"],
    slugify: ["python-slugify"],
    socks: ["pysocks"],
    telegram: ["python-telegram-bot"],
    usb: ["pyusb"],
    win32api: ["pywin32"],
    yaml: ["pyyaml"],
    zmq: ["pyzmq"],
  }),
);
