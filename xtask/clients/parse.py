"""Parses every file of a language below some folders, and fails where one is not in that language."""

import importlib
import sys
from pathlib import Path

from tree_sitter import Language, Parser

language, *folders = sys.argv[1:]
grammar = importlib.import_module(f"tree_sitter_{language}")
parser = Parser(Language(grammar.language()))
files = [file for folder in folders for file in sorted(Path(folder).rglob(f"*.{language}"))]
wrong = [file for file in files if parser.parse(file.read_bytes()).root_node.has_error]
for file in wrong:
    print(f"{file} does not parse")
print(f"{len(files) - len(wrong)} of {len(files)} files parse")
sys.exit(not files or bool(wrong))
