"""Runs this interpreter's pip once for each case, each in a forked child: real pip, without its start-up time.

stdin: a JSON list of {"id", "url", "env"}; stdout: one JSON line for each, {"id", "code", "output"}, as they end.
Works with any pip from 9 on and with Python 2.7 and 3.
"""
import json
import os
import shutil
import socket
import sys
import tempfile

PROJECT = "demopkg"


def load_pip():
    try:
        from pip._internal.cli.main import main
    except ImportError:
        try:
            from pip._internal import main
        except ImportError:
            from pip import main
    # What pip would import on its way: once here is not once for each case.
    for name in ("commands.download", "network.session", "operations.prepare", "resolution.resolvelib.resolver",
                 "resolution.legacy.resolver", "cli.index_command", "download", "legacy_resolve"):
        try:
            __import__("pip._internal." + name)
        except ImportError:
            pass
    for name in ("requests", "urllib3.contrib", "truststore", "rich.progress", "certifi", "packaging.version"):
        try:
            __import__("pip._vendor." + name)
        except ImportError:
            pass
    return main


def resolve_test_names():
    """Every name below .test is this machine: the resolver is no part of what is compared."""
    real = socket.getaddrinfo

    def resolve(host, *rest, **named):
        name = host.decode("ascii") if isinstance(host, bytes) else host
        here = name is not None and name.rstrip(".").lower().endswith(".test")
        return real("127.0.0.1" if here else host, *rest, **named)

    socket.getaddrinfo = resolve


def say_the_same_name():
    """pip's User-Agent takes half its time (it reads all installed packages): once is enough, nothing here looks at it."""
    for name in ("pip._internal.network.session", "pip._internal.download", "pip.download"):
        try:
            module = __import__(name, fromlist=["user_agent"])
            spoken = module.user_agent()
            module.user_agent = lambda: spoken
        except (ImportError, AttributeError):
            pass


def run_pip(main, case, folder):
    """In the child: never returns."""
    log = os.open(os.path.join(folder, "log"), os.O_WRONLY | os.O_CREAT, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    code = 99
    try:
        os.environ["HOME"] = folder
        for name, value in case["env"].items():
            os.environ[name] = value
        code = main(["download", "--no-deps", "--no-cache-dir", "--retries", "0", "--timeout", "8",
                     "--disable-pip-version-check", "-d", os.path.join(folder, "files"),
                     "--index-url", case["url"], PROJECT])
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 98
    except BaseException:
        import traceback
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code or 0)


def one(main, case):
    folder = tempfile.mkdtemp(prefix="parity-")
    child = os.fork()
    if child == 0:
        run_pip(main, case, folder)
    code = os.waitpid(child, 0)[1] >> 8
    with open(os.path.join(folder, "log"), "rb") as log:
        output = log.read().decode("utf-8", "replace")
    files = os.path.join(folder, "files")
    got = os.path.isdir(files) and any(name.endswith(".whl") for name in os.listdir(files))
    shutil.rmtree(folder, ignore_errors=True)
    return {"id": case["id"], "code": code, "got": got, "output": output[-4000:]}


if __name__ == "__main__":
    cases = json.loads(sys.stdin.read())
    pip_main = load_pip()
    resolve_test_names()
    say_the_same_name()
    for one_case in cases:
        sys.stdout.write(json.dumps(one(pip_main, one_case)) + "\n")
        sys.stdout.flush()
