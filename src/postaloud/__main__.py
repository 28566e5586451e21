"""`python -m postaloud`: the command line."""

from postaloud.cli import main

if __name__ == "__main__":
    main()
