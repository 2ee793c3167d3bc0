"""Run a command in a terminal until it shows the sample journal, then close it and see that it leaves well."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

import pyte

WIDTH, HEIGHT, PATIENCE = 120, 40, 600
SHOWN, CLOSE = "Waiting for a reply", b"\x11"

screen = pyte.Screen(WIDTH, HEIGHT)
stream = pyte.ByteStream(screen)
child, terminal = pty.fork()
if not child:
    os.environ["TERM"] = "xterm-256color"
    os.execvp("bash", ["bash", "-c", sys.argv[1]])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))

until, closing = time.monotonic() + PATIENCE, False
while time.monotonic() < until:
    readable, _, _ = select.select([terminal], [], [], 1)
    try:
        if readable:
            stream.feed(os.read(terminal, 65536))
    except OSError:
        break
    if not closing and any(SHOWN in line for line in screen.display):
        print("\n".join(line.rstrip() for line in screen.display))
        os.write(terminal, CLOSE)
        closing = True
else:
    os.kill(child, signal.SIGKILL)
    sys.exit("It did not finish in time. Last on the screen:\n" + "\n".join(screen.display))

code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
if not closing or code:
    sys.exit(f"It ended with {code}, and {'' if closing else 'never '}showed “{SHOWN}”.\n" + "\n".join(screen.display))
print(f"It showed “{SHOWN}” and closed with 0.")
