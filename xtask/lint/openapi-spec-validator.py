"""Prints what openapi-spec-validator has against a document: a JSON array of {rule, place, message}."""

import json
import sys

from jsonschema.exceptions import best_match
from openapi_spec_validator.readers import read_from_filename
from openapi_spec_validator.shortcuts import get_validator_cls
from referencing.exceptions import Unresolvable


def pointer(path):
    return "".join("/" + str(name).replace("~", "~0").replace("/", "~1") for name in path)


def findings(document, uri):
    try:
        for error in get_validator_cls(document)(document, base_uri=uri).iter_errors():
            # Where nothing of an `anyOf` fits, the alternative that fits best says what is wrong.
            best = best_match([error]) if error.context else error
            rule = best.validator if isinstance(best.validator, str) else type(best).__name__
            yield {"rule": rule, "place": pointer(best.absolute_path), "message": best.message}
    except Unresolvable as error:
        yield {"rule": type(error).__name__, "place": "", "message": f"cannot resolve {error.ref}"}


print(json.dumps(list(findings(*read_from_filename(sys.argv[1])))))
