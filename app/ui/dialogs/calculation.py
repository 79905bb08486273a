"""计算: a calculator filled from the case, and its answer kept in the case with steps and legal basis."""

from __future__ import annotations

from typing import Any

from app.domain.matter.events import CalculationKept
from app.services import kept_calculations
from app.services.changes import Changes
from app.ui.calculators.catalogue import OF_A_CASE
from app.ui.calculators.form import CalculatorForm
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_keep_calculation import Ui_KeepCalculationForm
from app.ui.widgets.next_field import set_stop


class KeepCalculationDialog(ActDialog):
    """One calculator at a time; what was typed into another stays until the dialog closes.

    `target` names the calculator to begin with.
    """

    act = "keep_calculation"
    verb = "保存到案件"
    purpose = "从登记的内容带入，请核对；保存后可以打印计算说明，达成协议时可以选用金额"
    sheet = Ui_KeepCalculationForm
    least_width = 1080

    def prepare(self) -> None:
        self._built: dict[str, CalculatorForm] = {}
        choices = self.form.field("calculator")
        choices.set_choices([(name, form.title) for name, form in OF_A_CASE])
        choices.changed.connect(self._show_chosen)

    def prefill(self) -> dict[str, Any]:
        known = {name for name, _form in OF_A_CASE}
        first = self.target if self.target in known else "prepaid"
        return {"calculator": first, "on": self.today, "by": self.operator}

    def values(self) -> dict[str, Any]:
        """What is typed into the calculator is lost on closing as well, so it counts."""
        form = self.calculator()
        return super().values() | {"given": form.given_words() if form is not None else []}

    def calculator(self) -> CalculatorForm | None:
        """The calculator on screen."""
        return self._built.get(self.form.field("calculator").value())

    def submit(self) -> None:
        """Only what can be computed is kept, and as it is computed now."""
        form = self.calculator()
        if form is not None and not self._busy and not form.calculate():
            return
        super().submit()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(self._kept)

    def _save(self) -> None:
        # The answer is taken from the screen here; `carry_out` runs in another thread.
        self._kept = self._event()
        super()._save()

    def _event(self) -> CalculationKept:
        form = self.calculator()
        assert form is not None
        assert form.result.outcome is not None
        values = self.form.values()
        return kept_calculations.kept(form.result.outcome, form.given_words(), values["on"], values["by"])

    def _show_chosen(self) -> None:
        name = self.form.field("calculator").value()
        kinds = dict(OF_A_CASE)
        if name not in kinds:
            return
        self.banner.clear()
        if name not in self._built:
            form = kinds[name](self.context)
            form.grid.set_values(kept_calculations.known_inputs(self.view.case, name))
            form.problem.connect(self._on_problem)
            # The blue button of the dialog is the one that saves.
            form.go.setProperty("kind", "")
            set_stop(form.go)
            form.arrange()
            self.body.addWidget(form)
            self._built[name] = form
        for other, form in self._built.items():
            form.setVisible(other == name)
        if self.isVisible():
            self.fit()

    def _on_problem(self, text: str) -> None:
        if text:
            self.banner.show_error(text)
        else:
            self.banner.clear()
