"""A host goes in, the addresses come out that may be connected to; those of private networks are refused."""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread

from postaloud.errors import SourceError

# RFC 6052, 2.1: the last 32 bits of such an address are an IPv4 address.
_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
IpAddress = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Host:
    """A host by name, and the port that is asked for."""

    name: str
    port: int


def addresses_of(host: Host, *, allow_private: bool, seconds: float) -> tuple[str, ...]:
    """Return a host's addresses, the preferred one first; connect to these and to no name, which may change.

    Raises `SourceError` where there is no such host, and where any of its addresses is not one of the public internet
    (IANA special-purpose registries, RFC 6890) unless `allow_private`.
    """
    found = _looked_up(host, seconds)
    refused = next((address for address in found if not is_public(address)), None)
    if refused is not None and not allow_private:
        raise SourceError(
            f"The host {host.name} is in a private or reserved network ({refused}) and is not asked; "
            "allow it with --allow-private."
        )
    return tuple(dict.fromkeys(map(str, found)))


def is_public(address: IpAddress) -> bool:
    """Return whether an address, and the IPv4 address inside it if there is one, belongs to the public internet."""
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local or address.scope_id is not None:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _inner(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for: mapped, 6to4, Teredo, NAT64 or compatible."""
    teredo = address.teredo
    embedded = address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
    if embedded is None and (address in _NAT64 or (address in _COMPATIBLE and int(address) > 1)):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return embedded


def _looked_up(host: Host, seconds: float) -> list[IpAddress]:
    """Ask the system for addresses, in a thread because it knows no time limit of ours."""
    answers: SimpleQueue[list[IpAddress] | str] = SimpleQueue()
    Thread(target=lambda: answers.put(_ask_system(host)), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty as e:
        raise SourceError(f"Looking up {host.name} took more than {seconds:g} seconds; try again later.") from e
    if isinstance(answer, str):
        raise SourceError(f"Cannot find the host {host.name}: {answer}; check the address and the connection.")
    return answer


def _ask_system(host: Host) -> list[IpAddress] | str:
    try:
        found = socket.getaddrinfo(host.name, host.port, type=socket.SOCK_STREAM)
    except OSError as error:
        return error.strerror or str(error)
    except UnicodeError:
        return "no host can have this name"
    return [ip_address(where[0]) for *_, where in found]
