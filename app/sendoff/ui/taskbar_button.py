"""The progress on the program's button in the Windows taskbar, by the shell's own interface, ITaskbarList3."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sendoff.ui.taskbar import Standing

_TASKBAR_LIST = UUID("56FDF344-FD6D-11D0-958A-006097C9A090")
_ITASKBAR_LIST_3 = UUID("EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF")
_IN_PROCESS = 1
_HR_INIT, _SET_PROGRESS_VALUE, _SET_PROGRESS_STATE = 3, 9, 10
"""Places of the methods in the interface's table (shobjidl_core.h)."""
_NO_PROGRESS, _NORMAL = 0, 2

if sys.platform == "win32":
    import ctypes

    class TaskbarButton:
        """The button of one window; to be used from the thread of the window, for which Qt has started COM."""

        def __init__(self, window: QWidget) -> None:
            self._window = window
            self._list = ctypes.c_void_p()

        def tell(self, standing: Standing | None) -> bool:
            """Show the progress, or take it away; False where this shell has no such thing."""
            try:
                if not self._list:
                    self._open()
                button = self._window.winId()
                state = _NO_PROGRESS if standing is None else _NORMAL
                self._call(_SET_PROGRESS_STATE, ctypes.c_void_p, ctypes.c_int)(self._list, button, state)
                if standing is not None:
                    put = self._call(_SET_PROGRESS_VALUE, ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64)
                    put(self._list, button, standing.percent, 100)
            except OSError:
                return False
            return True

        def _open(self) -> None:
            kind, interface = (one.bytes_le for one in (_TASKBAR_LIST, _ITASKBAR_LIST_3))
            made = ctypes.c_void_p()
            ctypes.OleDLL("ole32").CoCreateInstance(kind, None, _IN_PROCESS, interface, ctypes.byref(made))
            self._call(_HR_INIT)(made)
            self._list = made

        @staticmethod
        def _call(place: int, *kinds: type) -> Callable[..., int]:
            """A method by its place; raises OSError where it answers with a failure."""
            return ctypes.WINFUNCTYPE(ctypes.HRESULT, *kinds)(place, "ITaskbarList3")
