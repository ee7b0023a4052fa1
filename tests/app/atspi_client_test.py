#!/usr/bin/python3
"""An assistive technology at work: starts the studio under a display and a bus of its own and finds its buttons, fields and tables over AT-SPI, by role and name.

    atspi_client_test.py POTSTILL

Ends with 77 (skipped) where Xvfb, a bus, the registry of AT-SPI or its Python binding is missing."""
import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
PAGES = {  # what a page must offer in a new project: role and the beginning of the name
    "Configure": [("radio button", "Distil a student"), ("combo box", "Preset: "), ("button", "Unfold Data"), ("table", "Images of the data set"), ("chart", "Noise schedule"),
                  ("text", "Sweep"), ("button", "Start")],
    "Train": [("button", "Configure")],
    "Compare": [("button", "Show a bundled model")],
    "Rate": [("button", "New comparison"), ("button", "Rate 20 pairs")],
    "Results": [("button", "Go to Rate")],
    "Gallery": [("button", "Compare")],
}
FRAME = [("button", "Menu"), ("text", "Search runs"), ("check box", "Starred runs only"), ("button", "New run"), ("tree", "Runs, data, drafts and comparisons of the project")]


def skip(why):
    print("skipped:", why)
    sys.exit(SKIPPED)


def reexecute():
    """Once more, under an X server and a session bus that nobody else sees."""
    for program in ("Xvfb", "dbus-run-session"):
        if not shutil.which(program):
            skip(program + " is not installed")
    if not any(os.path.exists(p + "/at-spi-bus-launcher") for p in ("/usr/libexec", "/usr/lib/at-spi2-core")):
        skip("at-spi2-core is not installed")
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi  # noqa: F401
    except (ImportError, ValueError) as e:
        skip("the Python binding of AT-SPI (python3-gi, gir1.2-atspi-2.0) is not installed: %s" % e)
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        display = os.read(read, 16).decode().strip()
        if not display:
            skip("Xvfb does not start")
        with tempfile.TemporaryDirectory() as folder:
            env = dict(os.environ, DISPLAY=":" + display, QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", XDG_RUNTIME_DIR=folder,
                       POTSTILL_SETTINGS=folder + "/settings.ini", POTSTILL_ATSPI_FOLDER=folder)
            env.pop("WAYLAND_DISPLAY", None)
            return subprocess.call(["dbus-run-session", "--", sys.executable, os.path.abspath(__file__), sys.argv[1]], env=env)
    finally:
        server.terminate()
        server.wait()


def role_of(node):
    return node.get_role_name().replace("push button", "button")  # renamed in AT-SPI 2.54


class Client:
    def __init__(self, atspi, pid):
        self.atspi, self.pid = atspi, pid

    def application(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_process_id() == self.pid and app.get_child_count() > 0:
                return app
        return None

    def showing(self):
        """Everything in sight, top down; of a table no more than its first cells."""
        waiting = [self.application()]
        while waiting:
            node = waiting.pop()
            yield node
            for i in range(min(node.get_child_count(), 60)):
                child = node.get_child_at_index(i)
                if child and (node.get_parent() is None or child.get_state_set().contains(self.atspi.StateType.SHOWING)):
                    waiting.append(child)

    def find(self, role, name):
        return next((n for n in self.showing() if role_of(n) == role and n.get_name().startswith(name)), None)

    def wait(self, what, look, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = look()
            if found:
                return found
            time.sleep(0.2)
        self.fail("not found: %s" % (what,))

    def press(self, role, name):
        self.atspi.Action.do_action(self.wait((role, name), lambda: self.find(role, name)), 0)

    def fail(self, text):
        print("FAILED:", text)
        for node in self.showing():
            print("   ", role_of(node), repr(node.get_name()))
        sys.exit(1)


def check(client, atspi):
    for page, expected in PAGES.items():
        client.press("radio button", page)
        for role, name in expected + FRAME:
            client.wait("%s: %s '%s'" % (page, role, name), lambda: client.find(role, name))
        for node in client.showing():
            if not node.get_state_set().contains(atspi.StateType.FOCUSABLE):
                continue
            role, name = role_of(node), node.get_name()
            if role == "table cell" and not name:
                continue  # a cell without text is read as what it is
            if not name or role in ("filler", "unknown", "invalid"):
                client.fail("%s: a control without name or role: %s '%s' in '%s'" % (page, role, name, node.get_parent().get_name()))
        print(page, "is as it should be")

    # A table is read by its cells, a field is written, and a button does what it says.
    client.press("radio button", "Configure")
    images = client.find("table", "Images of the data set")
    client.wait("the images of the data set", lambda: atspi.Table.get_n_rows(images) > 0)
    cell = client.wait("the first image", lambda: atspi.Table.get_accessible_at(images, 0, 0))
    client.wait("a name of the first image that tells its place and state",
                lambda: cell.get_name().startswith("row 1, ") and cell.get_name().endswith("filled"))
    search = client.find("text", "Search runs")
    atspi.EditableText.set_text_contents(search, "teacher")
    client.wait("the text that was written", lambda: atspi.Text.get_text(search, 0, -1) == "teacher")
    client.press("radio button", "Rate")
    client.press("button", "New comparison")
    client.wait("the field of the question", lambda: client.find("text", "Question"))


def main():
    if "POTSTILL_ATSPI_FOLDER" not in os.environ:
        return reexecute()
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    Atspi.init()
    studio = subprocess.Popen([sys.argv[1], "--project", os.environ["POTSTILL_ATSPI_FOLDER"] + "/project"])
    try:
        client = Client(Atspi, studio.pid)
        end = time.monotonic() + 60
        while not client.application():
            if studio.poll() is not None or time.monotonic() > end:
                print("FAILED: the studio does not appear on the bus")
                return 1
            time.sleep(0.2)
        check(client, Atspi)
    finally:
        studio.terminate()
        studio.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
