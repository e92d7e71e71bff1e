import math
import sys
import time

import numpy as np


class Progbar:
    """Shows how far something has come, on one line."""

    def __init__(self, target, width=20, verbose=1, interval=0.05, stateful_metrics=None, stateless_metrics=None, unit_name="step"):
        if stateful_metrics is not None and stateless_metrics is not None:
            raise ValueError("stateful_metrics and stateless_metrics exclude each other: give the one that lists fewer.")
        self.target = target
        self.width = width
        self.verbose = verbose
        self.interval = interval
        self.unit_name = unit_name
        self.stateful_metrics = set(stateful_metrics or ()) if stateless_metrics is None else None
        self.stateless_metrics = None if stateless_metrics is None else set(stateless_metrics)
        self._dynamic_display = True
        self._seen_so_far = 0
        self._values = {}
        self._values_order = []
        self._start = self._time_at_epoch_start = time.time()
        self._last_update = 0
        self._time_after_first_step = None
        self._prev_total_width = 0

    def update(self, current, values=None, finalize=None):
        if finalize is None:
            finalize = self.target is not None and current >= self.target
        self._take(current, values or [], finalize)
        now = time.time()
        each = self._estimate_step_duration(current, now)
        if self.verbose == 1:
            if now - self._last_update < self.interval and not finalize:
                return
            self._draw(current, now, each, finalize)
        elif self.verbose == 2 and finalize and self.target:
            shown = f"{self._count(current)} - {now - self._start:.0f}s -{self._format_time(each, self.unit_name)}"
            sys.stdout.write(shown + self._averages(lambda average: average > 0.001) + "\n")
        self._last_update = now

    def add(self, n, values=None):
        self.update(self._seen_so_far + n, values)

    def _take(self, current, values, finalize):
        """Takes the values of a step in: averaged over the steps, or the last one."""
        for name, value in values:
            if name not in self._values_order:
                self._values_order.append(name)
            averaged = name in self.stateless_metrics if self.stateful_metrics is None else name not in self.stateful_metrics
            if averaged and not finalize:
                weight = max(current - self._seen_so_far, 1)
                before = self._values.get(name, [0, 0])
                self._values[name] = [before[0] + value * weight, before[1] + weight]
            else:
                self._values[name] = [value, 1]
        self._seen_so_far = current

    def _count(self, current):
        return f"%{int(math.log10(self.target)) + 1}d/%d" % (current, self.target)

    def _averages(self, plain):
        shown = ""
        for name in self._values_order:
            total, count = self._values[name]
            average = (total if isinstance(total, float) else np.mean(total)) / max(1, count)
            shown += f" - {name}: {average:.4f}" if plain(average) else f" - {name}: {average:.4e}"
        return shown

    def _draw(self, current, now, each, finalize):
        unseen = 8  # characters that only set colours
        sized = self.target is not None and self.target > 0
        if sized:
            done = int(self.width * (float(current) / self.target))
            bar = f"\x1b[1m{self._count(current)}\x1b[0m "
            if done > 0:
                bar += f"\x1b[32m{'━' * done}\x1b[0m"
            bar += f"\x1b[37m{'━' * (self.width - done)}\x1b[0m"
            unseen += 26 if done > 0 else 17
        else:
            bar = "%7d/Unknown" % current
        if sized and not finalize:
            left = each * (self.target - current)
            hours, minutes, seconds = left // 3600, left % 3600 // 60, left % 60
            shown = "%d:%02d:%02d" % (hours, minutes, seconds) if left > 3600 else "%d:%02d" % (left // 60, seconds) if left > 60 else "%ds" % left
        else:
            shown = f"{now - self._start:.0f}s"
        info = f" \x1b[1m{shown}\x1b[0m" + self._format_time(each, self.unit_name) + self._averages(lambda average: abs(average) > 0.001)
        total = len(bar) + len(info) - unseen
        fill = " " * max(0, self._prev_total_width - total)
        sys.stdout.write("\b" * self._prev_total_width + "\r" + bar + info + fill + ("\n" if finalize else ""))
        self._prev_total_width = total

    def _format_time(self, time_per_unit, unit_name):
        if time_per_unit >= 1 or time_per_unit == 0:
            return f" {time_per_unit:.0f}s/{unit_name}"
        if time_per_unit >= 1e-3:
            return f" {time_per_unit * 1e3:.0f}ms/{unit_name}"
        return f" {time_per_unit * 1e6:.0f}us/{unit_name}"

    def _estimate_step_duration(self, current, now):
        if not current:
            return 0
        if self._time_after_first_step is not None and current > 1:
            each = (now - self._time_after_first_step) / (current - 1)
        else:
            each = (now - self._start) / current
        if current == 1:
            self._time_after_first_step = now
        return each
