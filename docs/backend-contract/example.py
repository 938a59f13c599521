"""A backend of version 3 in Python, with the standard library alone, written from backend-contract.md.

It keeps everything in memory and takes a cookie `user=…` for a login, so it is for reading and for the judge:

    npx smartcar-connect-simulator
    REDIRECT_PAGE=node_modules/smartcar-connect/redirect.html python3 example.py
"""

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

SMARTCAR = os.environ.get("SMARTCAR_SIMULATOR", "http://localhost:4010")
PORT = int(os.environ.get("PORT", "3000"))
ORIGIN = os.environ.get("APP_ORIGIN", f"http://localhost:{PORT}")
PATH = "/api/smartcar"
SCOPE = ["required:read_vehicle_info", "read_odometer"]
MANAGEMENT_TOKEN = os.environ.get("SMARTCAR_MANAGEMENT_TOKEN", "demo-management-token").encode()
with open(os.environ["REDIRECT_PAGE"], "rb") as file:
    REDIRECT_PAGE = file.read()

sessions = {}  # by the hash of token and user
cars = {}  # by user, then by vehicle id
events = set()  # the ids of webhook events that were handled
lock = threading.Lock()

VISIBLE = r"[\x21-\x7e]{1,128}"
TEXT = r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]*"
FIELDS = {"userId": VISIBLE, "vehicleId": VISIBLE, "externalId": TEXT, "virtualKeyUrl": r"[\x21-\x7e]{1,512}",
          "state": r"(?:[\t\n\r]|[^\x00-\x1f\x7f-\x9f\ud800-\udfff])*"}


class Refused(Exception):
    def __init__(self, status, code=None, retry=None):
        self.status, self.code, self.retry = status, code, retry


def sha256(*texts):
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def smartcar(method, path, token=None, form=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    data = urlencode(form).encode() if form else None
    request = Request(SMARTCAR + path, data=data, headers=headers, method=method)
    with urlopen(request, timeout=5) as answer:
        body = answer.read()
        return json.loads(body) if body else None


def app_token():
    form = {"grant_type": "client_credentials", "client_id": "client_demo", "client_secret": "demo-machine-secret"}
    return smartcar("POST", "/oauth2/token", form=form)["access_token"]


def listed(external_id):
    query = {"filter[user.externalId]": external_id, "filter[vehicle.mode]": "live", "page[size]": 25}
    found, page, token = [], 1, app_token()
    while True:
        answer = smartcar("GET", f"/v3/connections?{urlencode({**query, 'page[number]': page})}", token)
        found += answer["data"]
        if not answer["data"] or len(found) >= answer["meta"]["totalCount"]:
            return found
        page += 1


def start_session(user, body):
    vehicle_id = body.get("vehicleId")
    if vehicle_id and vehicle_id not in cars.get(user, {}):
        raise Refused(403, "not_yours")
    token, binding, external_id = secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_hex(16)
    state = f"{token}.{base64url(body['state'].encode())}" if body.get("state") else token
    query = {"application_id": "demo-client", "redirect_uri": f"{ORIGIN}{PATH}/redirect",
             "state": state, "external_id": external_id}
    if vehicle_id:
        way, query = "reauthenticate", {**query, "response_type": "vehicle_id", "vehicle_id": vehicle_id}
    else:
        way, query = "authorize", {**query, "response_type": "none", "scope": " ".join(SCOPE), "mode": "live"}
    now = time.time()
    with lock:
        for key in [key for key, one in sessions.items() if now - one["time"] > 1800]:
            del sessions[key]
        if sum(one["user"] == user and now - one["time"] < 60 for one in sessions.values()) >= 20:
            raise Refused(429, "too_many", 60)
        sessions[sha256(token, user)] = {
            "user": user, "binding": sha256(binding), "external_id": external_id, "vehicle_id": vehicle_id,
            "time": now, "outcome": None, "lock": threading.Lock()}
    secure = ORIGIN.startswith("https:")
    cookie = f"{cookie_name(token)}={binding}; Path=/; Max-Age=1800; HttpOnly; SameSite=Strict{'; Secure' * secure}"
    answer = {"url": f"{SMARTCAR}/oauth/{way}?{urlencode(query)}", "state": token, "expiresInMs": 900_000}
    return 200, answer, {"Set-Cookie": cookie}


def cookie_name(token):
    return f"{'__Host-' if ORIGIN.startswith('https:') else ''}smartcar-connect-{sha256(token)[:16]}"


def exchange(user, body, key, cookies):
    if not re.fullmatch(r"[\w-]{22,64}", key or "", re.ASCII):
        raise Refused(400)
    if not (body.get("userId") or body.get("vehicleId")):
        raise Refused(400)
    session = sessions.get(sha256(key, user))
    binding = sha256(cookies.get(cookie_name(key), ""))
    if session is None or not hmac.compare_digest(session["binding"], binding):
        raise Refused(403)
    if bool(session["vehicle_id"]) != ("vehicleId" in body):
        raise Refused(403)
    if not session["lock"].acquire(timeout=10):
        raise Refused(503, "in_progress", 5)
    try:
        if session["outcome"] is None:
            if time.time() - session["time"] > 900:
                raise Refused(403)
            session["outcome"] = connect(user, body, session)  # what is raised is not kept
        return 200, session["outcome"], {}
    finally:
        session["lock"].release()


def connect(user, body, session):
    external_id, vehicle_id = session["external_id"], session["vehicle_id"]
    for pause in (0.5, 1, 2, 3, 0):
        found = [(one, one["relationships"]["vehicle"]["data"]["id"]) for one in listed(external_id)]
        if any(vehicle_id in (None, id) for _, id in found):
            break
        time.sleep(pause)
    else:
        raise Refused(503, "not_listed", 5)
    people = {one["relationships"]["user"]["data"]["id"] for one, _ in found}
    if len(people) != 1 or body.get("userId", *people) not in people:
        raise Refused(403, "identity_mismatch")
    if body.get("externalId", external_id) != external_id or vehicle_id and body["vehicleId"] != vehicle_id:
        raise Refused(403, "identity_mismatch")
    asked = {name.removeprefix("required:") for name in SCOPE}
    needed = {name.removeprefix("required:") for name in SCOPE if name.startswith("required:")}
    for one, _ in found:
        granted = set(one["attributes"]["permissions"])
        if one["attributes"]["vehicle"]["mode"] != "live":
            raise Refused(403, "wrong_mode")
        if needed - granted or granted - asked:
            raise Refused(403, "insufficient_permissions" if needed - granted else "unexpected_permissions")
    for one, id in found:
        attributes = one["attributes"]["vehicle"]
        cars.setdefault(user, {})[id] = {
            "connection": one["id"], "person": next(iter(people)),
            "shown": {"id": id, "make": attributes["make"], "model": attributes["model"]}}
    return shown(user)


def shown(user):
    return [car["shown"] for car in cars.get(user, {}).values()]


def disconnect(user, body):
    car = cars.get(user, {}).get(body.get("vehicleId"))
    if car is None:
        raise Refused(403, "not_yours")
    smartcar("DELETE", f"/v3/connections/{car['connection']}", app_token())
    for own in cars.values():
        own.pop(body["vehicleId"], None)
    return 204, None, {}


def webhook(raw, signature):
    try:
        event = json.loads(raw)
        kind = event["eventType"]
    except (ValueError, KeyError, TypeError):
        raise Refused(400)
    if kind == "VERIFY":
        challenge = str((event.get("data") or {}).get("challenge"))
        if not re.fullmatch(r"[\w.~+/=-]{1,256}", challenge, re.ASCII):
            raise Refused(400)
        return 200, {"challenge": hmac.new(MANAGEMENT_TOKEN, challenge.encode(), "sha256").hexdigest()}, {}
    signed = hmac.new(MANAGEMENT_TOKEN, raw, "sha256").hexdigest()
    if not hmac.compare_digest(signed.encode(), (signature or "").encode()):
        raise Refused(401)
    if event.get("meta", {}).get("mode") != "TEST" and event.get("eventId") not in events:
        # The work of the app goes here: an event is marked only after it.
        events.add(event.get("eventId"))
    return 200, None, {}


def unique(pairs):
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError
    return dict(pairs)


class Backend(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer({"redirect": lambda: self.redirect(), "connections": lambda: (200, shown(self.user("GET")), {})})

    def do_POST(self):
        self.answer({
            "session": lambda: start_session(self.user("POST"), self.body()),
            "exchange": lambda: exchange(self.user("POST"), self.body(), self.headers["Idempotency-Key"], self.cookies()),
            "disconnect": lambda: disconnect(self.user("POST"), self.body()),
            "webhook": lambda: webhook(self.read(1024 * 1024), self.headers["SC-Signature"])})

    def answer(self, parts):
        part = self.path.split("?")[0].removeprefix(f"{PATH}/")
        known = ("session", "exchange", "disconnect", "webhook", "redirect", "connections")
        try:
            if part not in parts:
                raise Refused(405 if part in known else 404)
            self.send(*parts[part]())
        except Refused as refused:
            problem = {"type": "about:blank", "title": "The request was refused.", "status": refused.status}
            problem = {**problem, "code": refused.code} if refused.code else problem
            self.send(refused.status, problem, {"Retry-After": refused.retry} if refused.retry else {})
        except (HTTPError, OSError, KeyError, ValueError):
            self.send(503, {"type": "about:blank", "title": "Smartcar did not answer.", "code": "not_listed"},
                      {"Retry-After": 5})

    def user(self, method):
        headers = self.headers
        origin, site = headers["Origin"], headers["Sec-Fetch-Site"]
        if method == "POST" and not re.fullmatch(r"application/json\s*(;.*)?", headers["Content-Type"] or "", re.I):
            raise Refused(415)
        if headers["X-Smartcar-Connect"] != "1" or origin != ORIGIN and (method == "POST" or origin is not None):
            raise Refused(403)
        if method == "GET" and origin is None and site not in (None, "same-origin"):
            raise Refused(403)
        user = self.cookies().get("user")
        if not user:
            raise Refused(401)
        return user

    def cookies(self):
        pairs = [pair.strip().split("=", 1) for pair in (self.headers["Cookie"] or "").split(";") if "=" in pair]
        return dict(pairs)

    def read(self, most):
        length = int(self.headers["Content-Length"] or 0)
        if length > most:
            raise Refused(413)
        self.connection.settimeout(10)
        return self.rfile.read(length)

    def body(self):
        raw = self.read(8192)
        try:
            body = json.loads(raw, object_pairs_hook=unique)
            sizes = {"externalId": 256, "state": 1000}
            fine = isinstance(body, dict) and all(
                name in FIELDS and isinstance(value, str) and re.fullmatch(FIELDS[name], value)
                and len(value.encode()) <= sizes.get(name, 512) for name, value in body.items())
        except ValueError:
            fine = False
        if not fine:
            raise Refused(400)
        return body

    def redirect(self):
        headers = {"Content-Type": "text/html; charset=utf-8", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"}
        return 200, REDIRECT_PAGE, headers

    def send(self, status, body, headers):
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        kind = "application/json" if status < 400 else "application/problem+json"
        self.send_response(status)
        usual = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Length": len(data)}
        for name, value in {**usual, **({"Content-Type": kind} if data else {}), **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass  # an address may hold what came back from Connect


if __name__ == "__main__":
    print(f"The backend: {ORIGIN}{PATH}", flush=True)
    ThreadingHTTPServer(("127.0.0.1", PORT), Backend).serve_forever()
