"""Import contracts that import-linter does not bring along; pyproject.toml names them."""

import grimp
from importlinter.contracts.independence import IndependenceContract
from importlinter.domain.contract import ContractCheck
from importlinter.domain.helpers import module_expressions_to_modules
from importlinter.domain.imports import Module


class DefinitionsContract(IndependenceContract):
    """No definition reaches another one, not even through a third file.

    A definition is a leaf module below the named rooms whose path has no part beginning with "_".
    The built-in independence contract cannot spare the "_" files: its wildcards stand for whole names.
    It knows no exceptions: `ignore_imports` has no effect.
    """

    type_name = "definitions"

    def check(self, graph: grimp.ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        modules = module_expressions_to_modules(graph, self.modules)  # type: ignore[arg-type]
        names = {module.name for module in modules if is_definition(graph, module)}
        dependencies = graph.find_illegal_dependencies_for_layers(layers=(names,))
        chains = self._build_invalid_chains(dependencies, graph)
        return ContractCheck(kept=not dependencies, metadata={"invalid_chains": chains})


def is_definition(graph: grimp.ImportGraph, module: Module) -> bool:
    """True for a leaf module with no "_" part in its path."""
    if graph.find_children(module.name):
        return False
    return not any(part.startswith("_") for part in module.name.split("."))
