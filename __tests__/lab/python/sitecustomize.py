"""Makes this Python resolve the lab's names, and no other name: nothing leaves the machine by accident.

Loaded from PYTHONPATH; runs on every Python that pip runs on. The names are in the file in LAB_NAMES_FILE.
"""

import json
import os
import socket
import time

_system_getaddrinfo = socket.getaddrinfo


def _is_address(name):
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, name)
            return True
        except (OSError, ValueError):
            pass
    return False


def _getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    name = host.decode("ascii") if isinstance(host, bytes) else host
    path = os.environ.get("LAB_NAMES_FILE")
    if not path or not name or _is_address(name):
        return _system_getaddrinfo(host, port, family, type, proto, flags)
    with open(path) as names:
        known = json.load(names).get(name.lower(), {})
    time.sleep(known.get("delayMs", 0) / 1000.0)
    found = []
    for address in known.get("addresses", []):
        try:
            found += _system_getaddrinfo(address, port, family, type, proto, flags)
        except socket.gaierror:
            pass  # of another family than asked
    if not found:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return found


socket.getaddrinfo = _getaddrinfo
