"""A real mail server for one test: takes mails on a free port, writes each into a folder, ends with its standard input."""
import pathlib
import socket
import ssl
import sys

from aiosmtpd.controller import Controller


class Store:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        part = self.folder / f"{self.count}.part"
        head = f"{envelope.mail_from} {' '.join(envelope.rcpt_tos)}\r\n".encode()
        part.write_bytes(head + envelope.content)
        part.rename(self.folder / f"{self.count}.mail")
        return "250 stored"


context = None
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2])
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
controller = Controller(Store(sys.argv[1]), hostname="127.0.0.1", port=port, tls_context=context, require_starttls=context is not None)
controller.start()
print(port, flush=True)
sys.stdin.read()
controller.stop()
