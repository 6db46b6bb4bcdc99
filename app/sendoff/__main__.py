"""`python -m sendoff`."""

import sys

from sendoff.bootstrap import main

if __name__ == "__main__":
    sys.exit(main())
