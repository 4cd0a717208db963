#!/usr/bin/env python3
"""Validates recipes against the JSON Schemas of recipes (packages jsonschema and ruamel.yaml).

Shipped recipes must match pipelines/pipeline.schema.json. Broken recipes must not match the schema of the trial stages
(Tests/CuratePipelineTests/Fixtures/trial.schema.json), except those whose error only `curate check` can detect.
"""

import io
import json
import pathlib
import sys

import jsonschema
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "Tests" / "CuratePipelineTests" / "Fixtures"

# Errors that a schema cannot detect: files, arguments, environment, order, ids, rules, and how the YAML is written.
BEYOND_A_SCHEMA = set(
    """
    alias all-excluded anchor argument-missing duplicate-id duplicate-written-id environment-unclosed
    environment-unknown environment-unset environment-unset-input exclude-first glob-without-match input-is-folder input-missing
    ignore-unknown-rule ignore-unknown-rule-of-stage ignore-unknown-stage limit-unknown-rule run-limit-unknown-rule
    inputs-empty merge-key needs-labels-later needs-labels needs-model-later needs-model no-inputs
    only-unknown output-absolute output-collides-with-itself output-collides output-escapes output-is-file
    output-is-input output-missing output-reserved output-below-file set-malformed set-not-yaml set-unknown-option
    set-unknown-stage set-wrong-value set-yes skip-unknown skip-what-others-need tag test-range-backwards
    test-unknown-range test-unknown-stage test-unknown-rule test-needs-labels test-needs-labels-later
    """.split()
)


def validator(path):
    schema = json.loads(path.read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def read(path):
    """Reads a recipe as YAML 1.2, as editors do. Returns None if it is not YAML."""
    yaml = YAML(typ="safe", pure=True)
    try:
        return yaml.load(io.StringIO(path.read_bytes().decode("utf-8")))
    except (YAMLError, UnicodeDecodeError, ValueError):
        return None


def main():
    errors = []
    shipped = validator(ROOT / "pipelines" / "pipeline.schema.json")
    recipes = sorted((ROOT / "pipelines").glob("*.yaml"))
    for path in recipes:
        errors += [f"{path.name}: {e.json_path}: {e.message[:200]}" for e in shipped.iter_errors(read(path))]
    trial = validator(FIXTURES / "trial.schema.json")
    rejected = 0
    for path in sorted((FIXTURES / "broken").glob("*/*.yaml")):
        recipe = read(path)
        if recipe is None and path.read_bytes().strip():
            continue
        fits = trial.is_valid(recipe)
        rejected += not fits
        if fits != (path.stem in BEYOND_A_SCHEMA):
            errors.append(f"{path.name}: the schema {'accepts' if fits else 'rejects'} it")
    if errors:
        sys.exit("\n".join(errors))
    print(f"{len(recipes)} recipes match the schema, {rejected} broken ones do not")


main()
