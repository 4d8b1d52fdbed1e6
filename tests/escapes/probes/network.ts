import { type Probe, python } from "../probe.ts";

const connect = (family: string, address: string) => `
try:
    s = socket.socket(socket.${family}, socket.SOCK_STREAM); s.settimeout(3); s.connect(${address}); print(s.recv(100)); print(mark)
except OSError as error: print(error)`;

const unixSockets = [
  ["ssh's agent", 0],
  ["an agent in a temporary folder", 1],
  ["docker", 2],
  ["the system's message bus", 3],
  ["systemd", 4],
  ["X11", 5],
] as const;

/** Everything beyond the machine, and servers on it. */
export const networkProbes: readonly Probe[] = [
  {
    name: "asks a server of the host's loopback",
    command: python((host) => connect("AF_INET", `("127.0.0.1", ${host.port})`)),
    hasControl: true,
  },
  {
    name: "asks a server of the host's IPv6 loopback",
    command: python((host) => connect("AF_INET6", `("::1", ${host.port6 ?? 1})`)),
  },
  {
    name: "sends a datagram to a server of the host",
    command: python(
      (host) => `
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
try: s.sendto(b"x", ("127.0.0.1", ${host.udpPort})); time.sleep(0.2)
except OSError as error: print(error)`,
    ),
    hasControl: true,
  },
  ...unixSockets.map(([name, index]) => ({
    name: `asks ${name}`,
    command: python((host) => connect("AF_UNIX", JSON.stringify(host.sockets[index]))),
    // Others may own the places in /run.
    hasControl: index < 2,
  })),
  {
    name: "asks a server with an abstract name",
    command: python((host) => connect("AF_UNIX", JSON.stringify(`\0${host.abstractName}`))),
    hasControl: true,
  },
  {
    name: "reaches the cloud's metadata, or waits for it",
    command: python(
      () => `
for address in ["169.254.169.254", "fd00:ec2::254", "100.100.100.200"]:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    start = time.time()
    try:
        s = socket.socket(family, socket.SOCK_STREAM); s.settimeout(5); s.connect((address, 80)); print(mark)
    except OSError as error: print(error)
    # A packet that leaves gets no answer for long; one that cannot leave is refused at once.
    if time.time() - start > 1: print(mark)`,
    ),
  },
  {
    name: "reaches an address of the internet",
    command: python(() =>
      ["1.1.1.1", "8.8.8.8", "140.82.121.4"].map((ip) => connect("AF_INET", `("${ip}", 443)`)).join("\n"),
    ),
  },
  {
    name: "asks for a name",
    command: python(
      () => `
import signal; signal.alarm(8)
for name in ["example.com", "github.com", "metadata.google.internal"]:
    try: socket.getaddrinfo(name, 80); print(mark)
    except OSError as error: print(error)
for server in ["1.1.1.1", "8.8.8.8", "127.0.0.53"]:
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(1)
    try:
        s.sendto(bytes.fromhex("1234010000010000000000000765786d61706c6503636f6d0000010001"), (server, 53)); s.recv(100); print(mark)
    except OSError as error: print(error)`,
    ),
    timeoutMs: 20_000,
  },
  {
    name: "sends ICMP, raw packets and frames",
    command: python(
      () => `
for family, kind, protocol in [(2, 3, 1), (2, 2, 1), (10, 3, 58), (17, 3, 0x0300), (2, 3, 255)]:
    try:
        s = socket.socket(family, kind, protocol)
        s.sendto(b"\\x08\\x00\\xf7\\xff\\x00\\x00\\x00\\x00", ("1.1.1.1", 0)) if family == 2 else None
        print(mark, family, kind)
    except OSError as error: print(error)`,
    ),
  },
  {
    name: "has an interface beside loopback, or makes one",
    command: (host) =>
      `tail -n +3 /proc/net/dev | grep -v '^ *lo:' | grep -q . && echo ${host.mark}; ip link add dummy0 type dummy && echo ${host.mark}; ip route add default dev lo && echo ${host.mark}; true`,
  },
  {
    name: "asks the machine's own host by a socket that knows no namespaces",
    command: python(
      () => `
for family in [40, 38, 21, 42, 43, 44]:
    try: socket.socket(family, socket.SOCK_STREAM if family == 40 else 5); print(mark, family)
    except OSError as error: print(error)`,
    ),
    hasControl: true,
  },
];
