"""What the authors of engines test theirs with."""

from postaloud.testing.contract import engine_contract

__all__ = ["engine_contract"]
