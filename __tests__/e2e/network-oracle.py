"""What this interpreter's own pip makes of index pages and proxy settings: JSON cases in, JSON answers out.

Usage: python network-oracle.py pages|proxies < cases.json > answers.json
"""

import base64
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")

import pip
from pip._internal.index.collector import IndexContent, _get_encoding_from_headers, parse_links
from pip._internal.utils.filetypes import ARCHIVE_EXTENSIONS, WHEEL_EXTENSION
from pip._vendor.requests.utils import get_environ_proxies, select_proxy

VERSION = tuple(int(part) for part in pip.__version__.split(".")[:2])
API = ("text/html", "application/vnd.pypi.simple.v1+html", "application/vnd.pypi.simple.v1+json")


def pages(cases):
    """cases: {body (base64), type, url}; answers: the links to distributions, or the word for why there are none."""
    return [_page(case) for case in cases]


def _page(case):
    if not case["type"].lower().startswith(API):
        return "content-type"
    content = base64.b64decode(case["body"])
    encoding = _get_encoding_from_headers({"Content-Type": case["type"]})
    try:
        page = IndexContent(content, case["type"], encoding, case["url"], cache_link_parsing=False)
        links = [_link(link) for link in parse_links(page) if _is_file(link)]
    except Exception as error:
        return "stops: " + type(error).__name__
    return links


def _is_file(link):
    return link.scheme in ("http", "https") and link.ext.lower() in ARCHIVE_EXTENSIONS + (WHEEL_EXTENSION,)


def _link(link):
    seen = {
        "filename": link.filename,
        "url": link.url_without_fragment,
        "requiresPython": link.requires_python,
        "yanked": link.is_yanked,
    }
    # Before 23.2 pip knew one digest, spelt to the end of the fragment, and metadata by its old name only.
    if VERSION >= (23, 2):
        metadata = link.metadata_file_data
        seen["hashes"] = link._hashes
        seen["metadata"] = None if metadata is None else (metadata.hashes or {})
    return seen


def proxies(cases):
    """cases: {url, env}; answers: pip's version, then the proxy that requests would use for each, or None."""
    answers = [pip.__version__]
    before = dict(os.environ)
    for case in cases:
        os.environ.clear()
        os.environ.update(case["env"])
        answers.append(select_proxy(case["url"], get_environ_proxies(case["url"])))
    os.environ.clear()
    os.environ.update(before)
    return answers


json.dump({"pages": pages, "proxies": proxies}[sys.argv[1]](json.load(sys.stdin)), sys.stdout)
