"""What this interpreter's own pip says, case by case: JSON in, JSON out.

Usage: python pip-oracle.py TASK < cases.json > answers.json, with PYTHONPATH naming another pip where wanted.
"""

import json
import os
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")

import pip
from pip._internal.index.collector import LinkCollector
from pip._internal.index.package_finder import PackageFinder
from pip._internal.models.format_control import FormatControl
from pip._internal.models.search_scope import SearchScope
from pip._internal.models.selection_prefs import SelectionPreferences
from pip._internal.models.target_python import TargetPython
from pip._internal.network.session import PipSession
from pip._internal.utils.hashes import Hashes
from pip._vendor.packaging.markers import Marker
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.specifiers import SpecifierSet
from pip._vendor.packaging.utils import canonicalize_name
from pip._vendor.packaging.version import Version


def about(_cases):
    target = TargetPython()
    tags = target.get_sorted_tags() if hasattr(target, "get_sorted_tags") else target.get_tags()
    return {
        "version": pip.__version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "tags": [str(tag) for tag in tags],
    }


def choose(cases):
    """cases: {project, html, specifier, hashes, prereleases, formats}; answers: a file name or None."""
    answers = []
    shared = dict(session=PipSession(), target=TargetPython())
    with tempfile.TemporaryDirectory() as root:
        for number, case in enumerate(cases):
            folder = os.path.join(root, str(number), case["project"])
            os.makedirs(folder)
            with open(os.path.join(folder, "index.html"), "w", encoding="utf-8") as page:
                page.write(case["html"])
            answers.append(_choose(case, f"file://{root}/{number}", **shared))
    return answers


def _choose(case, index_url, session, target):
    formats = {"any": (set(), set()), "wheel": (set(), {":all:"}), "sdist": ({":all:"}, set())}
    preferences = dict(allow_yanked=True, format_control=FormatControl(*formats[case["formats"]]))
    if case["prereleases"]:
        try:
            from pip._internal.models.release_control import ReleaseControl

            preferences["release_control"] = ReleaseControl(all_releases={":all:"})
        except ImportError:
            preferences["allow_all_prereleases"] = True
    scope = dict(find_links=[], index_urls=[index_url])
    if "no_index" in SearchScope.create.__code__.co_varnames:
        scope["no_index"] = False
    finder = PackageFinder.create(
        link_collector=LinkCollector(session, SearchScope.create(**scope)),
        selection_prefs=SelectionPreferences(**preferences),
        target_python=target,
    )
    specifier = SpecifierSet(case["specifier"])
    hashes = Hashes(case["hashes"]) if case["hashes"] else None
    found = finder.find_best_candidate(case["project"], specifier, hashes)
    # pip 26 renamed the list; before, it was a method.
    candidates = getattr(found, "applicable_candidates", None)
    if candidates is None:
        candidates = list(found.iter_applicable())
    # As in resolvelib/factory.py: PEP 592, then the last of the sorted list.
    pinned = any(s.operator == "===" or (s.operator == "==" and not s.version.endswith(".*")) for s in specifier)
    yanked_too = pinned and all(candidate.link.is_yanked for candidate in candidates)
    for candidate in reversed(candidates):
        if yanked_too or not candidate.link.is_yanked:
            return candidate.link.filename
    return None


def compare(cases):
    """cases: [left, right]; answers: -1, 0 or 1."""
    return [(Version(a) > Version(b)) - (Version(a) < Version(b)) for a, b in cases]


def normal(cases):
    """answers: the normal form of a version, or None."""
    return [_attempt(lambda: str(Version(case))) for case in cases]


def specify(cases):
    """cases: {specifier, versions}; answers: those within, pre-releases included; None for no specifier."""
    return [
        _attempt(
            lambda: [
                version
                for version in case["versions"]
                if SpecifierSet(case["specifier"]).contains(Version(version), prereleases=True)
            ]
        )
        for case in cases
    ]


def marker(cases):
    """cases: {marker, environment}; answers: True, False or None for no marker."""
    return [_attempt(lambda: Marker(case["marker"]).evaluate(case["environment"])) for case in cases]


def requirement(cases):
    """answers: {name, extras, specifier, url, marker} or None."""

    def parse(text):
        parsed = Requirement(text)
        return {
            "name": parsed.name,
            "extras": sorted({canonicalize_name(extra) for extra in parsed.extras}),
            "specifier": sorted(str(part) for part in parsed.specifier),
            "url": parsed.url,
            "marker": parsed.marker is not None,
        }

    return [_attempt(lambda: parse(case)) for case in cases]


def lines(cases):
    """cases: paths of requirements files; answers: [[line, text, hashes, constraint, editable], ...]."""
    from pip._internal.req.req_file import parse_requirements

    session = PipSession()

    def parse(path):
        return [
            [
                int(parsed.line_source.split()[1]),
                parsed.requirement,
                (parsed.options or {}).get("hashes", {}),
                parsed.constraint,
                parsed.is_editable,
            ]
            for parsed in parse_requirements(path, session)
        ]

    return [_attempt(lambda: parse(case)) for case in cases]


def _attempt(call):
    try:
        return call()
    except Exception:
        return None


if __name__ == "__main__":
    tasks = dict(
        about=about,
        choose=choose,
        compare=compare,
        normal=normal,
        specify=specify,
        marker=marker,
        requirement=requirement,
        lines=lines,
    )
    json.dump(tasks[sys.argv[1]](json.load(sys.stdin)), sys.stdout)
