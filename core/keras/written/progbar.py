import sys
import time

import numpy as np

BOLD, GREEN, GREY, PLAIN = "\x1b[1m", "\x1b[32m", "\x1b[37m", "\x1b[0m"


class Progbar:
    """Shows how far something has come, on one line."""

    def __init__(self, target, width=20, verbose=1, interval=0.05, stateful_metrics=None, stateless_metrics=None, unit_name="step"):
        if None not in (stateful_metrics, stateless_metrics):
            raise ValueError("stateful_metrics and stateless_metrics exclude each other: give the one that lists fewer.")
        vars(self).update(target=target, width=width, verbose=verbose, interval=interval, unit_name=unit_name)
        self.stateless_metrics = None if stateless_metrics is None else {*stateless_metrics}
        self.stateful_metrics = {*(stateful_metrics or ())} if stateless_metrics is None else None
        self.values = {}  # the sum of a value's numbers and how many they are
        self.steps = 0
        self.begun = time.time()
        self.after_first = self.shown_at = None
        self.columns = 0  # that the line took when it was drawn last

    def averaged(self, name):
        return name in self.stateless_metrics if self.stateful_metrics is None else name not in self.stateful_metrics

    def update(self, current, values=None, finalize=None):
        last = self.target is not None and current >= self.target if finalize is None else finalize
        weight = max(current - self.steps, 1)
        for name, number in values or ():
            if last or not self.averaged(name):
                self.values[name] = [number, 1]
            else:
                total, count = self.values.get(name, (0, 0))
                self.values[name] = [total + number * weight, count + weight]
        self.steps = current
        now = time.time()
        pace = self.pace(current, now)
        if self.verbose == 1 and (last or self.shown_at is None or now - self.shown_at >= self.interval):
            self.draw(now, pace, last)
        elif self.verbose == 2 and last and self.target:
            sys.stdout.write(f"{self.count()} - {now - self.begun:.0f}s -{self.paced(pace)}{self.averages(signed=True)}\n")
        elif self.verbose == 1:
            return
        self.shown_at = now

    def add(self, n, values=None):
        self.update(n + self.steps, values)

    def pace(self, step, now):
        """Seconds for each step, the first left out, which takes longest."""
        if not step:
            return 0
        if step > 1 and self.after_first is not None:
            return (now - self.after_first) / (step - 1)
        if step == 1:
            self.after_first = now
        return (now - self.begun) / step

    def paced(self, pace):
        for limit, factor, unit in ((1, 1, "s"), (1e-3, 1e3, "ms"), (0, 1e6, "us")):
            if pace >= limit or pace == 0:
                return f" {pace * factor:.0f}{unit}/{self.unit_name}"

    def count(self):
        return f"{self.steps:{len(str(int(self.target)))}d}/{self.target:d}"

    def averages(self, signed=False):
        text = ""
        for name, (total, count) in self.values.items():
            average = np.mean(total) / max(1, count)
            text += f" - {name}: " + format(average, ".4f" if (average if signed else abs(average)) > 0.001 else ".4e")
        return text

    def draw(self, now, pace, last):
        sized = self.target is not None and self.target > 0
        if sized:
            full = int(self.width * self.steps / self.target)
            parts = [(BOLD, self.count()), (None, " "), (GREEN, "━" * full) if full > 0 else (None, ""), (GREY, "━" * (self.width - full))]
        else:
            parts = [(None, f"{self.steps:7d}/Unknown")]
        time_text = f"{now - self.begun:.0f}s" if last or not sized else clock(pace * (self.target - self.steps))
        parts += [(None, " "), (BOLD, time_text), (None, self.paced(pace) + self.averages())]
        columns = sum(len(text) for _, text in parts)
        line = "".join(f"{colour}{text}{PLAIN}" if colour else text for colour, text in parts)
        sys.stdout.write("\b" * self.columns + "\r" + line + " " * max(0, self.columns - columns) + ("\n" if last else ""))
        self.columns = columns


def clock(seconds):
    """Time that is left, as people read it."""
    minutes, rest = divmod(int(seconds), 60)
    if seconds > 3600:
        return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
    return f"{minutes}:{rest:02d}" if seconds > 60 else f"{rest + 60 * minutes}s"
