"""Who may use the page: this browser, on this machine, from the page itself.

Nobody else on the network reaches 127.0.0.1; other pages in the same browser, and other names that a hostile
server gives to 127.0.0.1 (DNS rebinding), are refused here. See the OWASP cheat sheets on cross-site request
forgery and on HTTP headers, and RFC 6265bis for the cookie.
"""

from __future__ import annotations

import hmac
import secrets
import threading

from flask import Request, Response
from msgspec import Struct, field


class Refused(Exception):
    """A request that is not answered: the HTTP status, and the key of the sentence that says why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Only what the page itself serves is loaded (Content Security Policy Level 3, https://www.w3.org/TR/CSP3/)."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

READING = frozenset({"GET", "HEAD"})


def _secret() -> str:
    return secrets.token_urlsafe(32)


class Guard(Struct):
    """The secrets of one run: a token that admits one browser once, and what that browser shows afterwards."""

    token: str = field(default_factory=_secret)
    session: str = field(default_factory=_secret)
    form: str = field(default_factory=_secret)
    """What every form carries, so that no other page can make one (CSRF token)."""
    _used: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def admit(self, token: str) -> bool:
        """Say whether a token admits, and let it admit nobody again."""
        with self._lock:
            fits = not self._used and _same(token, self.token)
            self._used = self._used or fits
        return fits

    def check(self, request: Request) -> None:
        """Raise :class:`Refused` for a request that does not come from this page in the admitted browser."""
        if request.headers.get("Host", "") not in own_hosts(request):
            raise Refused(421, "host")
        if request.endpoint == "start":
            return
        if not self.knows(request):
            raise Refused(403, "session")
        if request.method not in READING:
            self._check_origin(request)

    def knows(self, request: Request) -> bool:
        """Say whether a request comes from the admitted browser."""
        return _same(request.cookies.get(cookie(request), ""), self.session)

    def _check_origin(self, request: Request) -> None:
        """Refuse what another page has sent.

        A browser that tells no referrer writes "null" as the origin of its own forms, too; then it has to say by
        Sec-Fetch-Site (Fetch Metadata Request Headers), which no page can set, that page and form are of one origin.
        """
        site = request.headers.get("Sec-Fetch-Site")
        origin = request.headers.get("Origin", "null")
        is_own = site == "same-origin" if origin == "null" else origin == f"http://{request.headers['Host']}"
        if not is_own or site not in {None, "same-origin"}:
            raise Refused(403, "origin")
        if not _same(request.form.get("form", ""), self.form):
            raise Refused(403, "form")


def own_hosts(request: Request) -> set[str]:
    """Give the names by which this machine's own browser calls the page."""
    port = request.environ["SERVER_PORT"]
    return {f"127.0.0.1:{port}", f"localhost:{port}"}


def cookie(request: Request) -> str:
    """Name the cookie: all ports of a machine share theirs, so the port is in its name."""
    return f"consistency-review-{request.environ['SERVER_PORT']}"


def closed(response: Response) -> Response:
    """Add what tells a browser to keep the page to itself."""
    response.headers.update(HEADERS)
    return response


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
