/**
 * The Python program that asks pip about itself, for any pip from 20.0 and Python from 3.6 on.
 * It prints up to three lines, each a mark, a word and a JSON object; whatever else appears on stdout is noise.
 * Each part stands alone: what a pip cannot tell is left out, and the reader decides whether it can do without.
 */
export const PIP_FACTS_MARK = '@@pip-mirror-select@@';

export const PIP_FACTS_SCRIPT = String.raw`
import sys
sys.path[:] = [p for p in sys.path if p]
import json, os, re

def say(word, facts):
    line = "\n@@pip-mirror-select@@ %s %s\n" % (word, json.dumps(facts))
    data = line.encode("ascii")
    while data:
        data = data[os.write(1, data):]

try:
    import pip
except ImportError:
    say("none", {})
    sys.exit(0)

def vendored_urllib3():
    try:
        name = os.path.join(os.path.dirname(pip.__file__), "_vendor", "urllib3", "_version.py")
        with open(name) as source:
            return re.search(r"version\s*=\s*[\"']([^\"']+)", source.read()).group(1)
    except Exception:
        from pip._vendor import urllib3
        return urllib3.__version__

def certifi_path():
    from pip._vendor import certifi
    return certifi.where()

def settings():
    from pip._internal.configuration import Configuration
    configuration = Configuration(isolated=False, load_only=None)
    configuration.load()
    pairs = []
    for key, value in configuration.items():
        # Newer pips group by file: (file name, {key: value}).
        pairs.extend(value.items() if isinstance(value, dict) else [(key, value)])
    merged = {}
    # The order of pip's own option parser; it ignores empty values.
    for wanted in ("global", "install", ":env:"):
        for key, value in pairs:
            section, _, option = key.partition(".")
            if section == wanted and value:
                merged[option.replace("_", "-")] = value
    files = []
    parsers = getattr(configuration, "_parsers", {})
    for kind in ("global", "user", "site", "env"):
        for name, parser in parsers.get(kind, []):
            if parser.sections() and name not in files:
                files.append(name)
    return merged, files

def can_truststore():
    if sys.version_info < (3, 10):
        return False
    try:
        import importlib.util
        if importlib.util.find_spec("pip._vendor.truststore"):
            return True
        return importlib.util.find_spec("truststore") is not None
    except Exception:
        return False

def cipher_names():
    # Distributions build Python with lists of their own.
    try:
        context = ssl.SSLContext(getattr(ssl, "PROTOCOL_TLS_CLIENT", ssl.PROTOCOL_TLS))
        return [cipher["name"] for cipher in context.get_ciphers()]
    except Exception:
        return []

import platform, ssl
paths = ssl.get_default_verify_paths()
merged, files = settings()
say("basics", {
    "version": pip.__version__,
    "python": platform.python_version(),
    "executable": sys.executable,
    "openssl": ssl.OPENSSL_VERSION,
    "certifiPath": certifi_path(),
    "canTruststore": can_truststore(),
    "urllib3": vendored_urllib3(),
    "opensslCafile": paths.openssl_cafile or "",
    "opensslCapath": paths.openssl_capath or "",
    "ciphers": cipher_names(),
    "settings": merged,
    "files": files,
})

def tags():
    try:
        from pip._internal.utils.compatibility_tags import get_supported
    except ImportError:
        from pip._internal.pep425tags import get_supported
    return ["-".join(t) if isinstance(t, tuple) else str(t) for t in get_supported()]

def markers():
    from pip._vendor.packaging.markers import default_environment
    return dict(default_environment())

def cache_dir():
    if merged.get("no-cache-dir"):
        return None
    from pip._internal.locations import USER_CACHE_DIR
    return os.path.abspath(os.path.expanduser(merged.get("cache-dir") or USER_CACHE_DIR))

from pip._internal.network.session import user_agent
import threading

def say_user_agent():
    say("agent", {"userAgent": user_agent()})

# user_agent() may wait for "rustc --version"; the rest is worked out meanwhile.
thread = threading.Thread(target=say_user_agent)
thread.start()
rest = {"tags": tags(), "markers": markers(), "cacheDir": cache_dir()}
thread.join()
say("rest", rest)
`;
