"""Judges Snowflake statements by sqlfluff's grammar: a JSON text per line in, a JSON verdict per line out.

The first line out is the version, so that the caller knows who judges.
"""
import json
import logging
import sys

import sqlfluff
from sqlfluff.core import FluffConfig, Linter

logging.disable(logging.CRITICAL)
sys.stdin.reconfigure(encoding="utf-8")
sys.stdout.reconfigure(encoding="utf-8")
sys.setrecursionlimit(10_000)

# Templating is left out: the statements are what they are, curly brackets included.
linter = Linter(config=FluffConfig(overrides={"dialect": "snowflake", "templater": "raw"}))
print(json.dumps({"version": sqlfluff.__version__}), flush=True)

for line in sys.stdin:
    parsed = linter.parse_string(json.loads(line))
    faults = [violation.desc() for violation in parsed.violations]
    if parsed.tree is None and not faults:
        faults = ["there is no statement"]
    print(json.dumps({"fault": faults[0] if faults else None}), flush=True)
