"""`python -m szassist` is the command line."""

from szassist.faces.cli import main

main()
