"""Which addresses of the internet a request that a stranger named may reach."""

import socket
from collections.abc import Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# The tables of `ipaddress` differ between patch releases of Python, so ours are written down:
# IANA's special-purpose registries, read on the careful side.
_NOT_GLOBAL_4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")
_NOT_GLOBAL_6 = tuple(
    IPv6Network(block)
    for block in (
        "2001::/23",  # Teredo, ORCHID, benchmarking
        "2001:db8::/32",
        "2002::/16",  # 6to4 carries any IPv4 address, and nobody needs it any more
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")


def is_reachable(address: Address, allow: Sequence[Network] = ()) -> bool:
    """Whether `address` is global, or lies in one of the networks that the operator allows."""
    meant = _meant_by(address)
    return any(meant in network for network in allow if network.version == meant.version) or _is_global(meant)


def literal_address(host: str) -> Address | None:
    """The address that `host` spells in any form a resolver accepts: dotted, decimal, hex, octal, IPv6."""
    bare = host.strip("[]").partition("%")[0]
    try:
        return ip_address(bare)
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(bare))
    except (OSError, UnicodeEncodeError, ValueError):
        return None


def networks(*blocks: str) -> tuple[Network, ...]:
    return tuple(ip_network(block) for block in blocks)


def _meant_by(address: Address) -> Address:
    """The IPv4 address inside of an IPv6 form that is only another spelling of it."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return IPv6Address(int(address))  # without a scope such as %eth0


def _is_global(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _NOT_GLOBAL_4)
    return address in _GLOBAL_6 and not any(address in block for block in _NOT_GLOBAL_6)
