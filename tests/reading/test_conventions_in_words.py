"""Are a document's own words understood by which it tells how a number was obtained, so that it is not accused?"""

from __future__ import annotations

from pathlib import Path

import honest_study
import pytest
from as_read import checked
from honest_convention_documents import SAID, told
from honest_conventions import CONVENTIONS
from made_documents import FORMATS

from reread.documents import from_text, read
from reread.reading.methods import mentioned
from reread.study.obtained import COVERS

SENTENCES = [(language, method, text.format(B=5000)) for language, said in SAID.items()
             for method, (sentences, clauses) in said.items() for text in (*sentences, *clauses)]  # fmt: skip


def test_every_wording_is_known() -> None:
    unknown = []
    for language, method, text in SENTENCES:
        found = {each.method for _, each in mentioned([from_text(text)])}
        if not any(COVERS[each] >= COVERS[method] for each in found):
            unknown.append((language, method, text))
    assert not unknown


def test_ordinary_sentences_tell_no_method() -> None:
    plain = (
        "Participants were randomised to massage or control.", "Groups were compared with the independent t-test.",
        "Data were analysed with SPSS; p < .05 was considered significant.", "Values are mean ± SD.",
        "Percentages may not add up to 100 because of rounding.", "The scale was standardised in an earlier study.",
        "Women exercised with weights.", "The exact cause is unknown.", "Stratified random sampling was used.",
        "Responden dipilih secara acak dengan uji coba terkontrol.", "Data dianalisis dengan uji t independen.",
        "Pendidikan terakhir strata 1.", "Akar dari masalah ini belum diketahui.",
    )  # fmt: skip
    found = {text: [each.method for _, each in mentioned([from_text(text)])] for text in plain}
    assert not any(found.values()), found


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_document_under_a_convention_is_accused(language: str, tmp_path: Path) -> None:
    accused_untold = set()
    with honest_study.short_lists():
        for seed, convention in enumerate([*CONVENTIONS] * 3):
            suffix = list(FORMATS)[seed % len(FORMATS)]
            document = told(seed, language, convention)
            assert not _accused(tmp_path / f"told{suffix}", document.parts), (seed, convention, document.place)
            if _accused(tmp_path / f"untold{suffix}", document.untold):
                accused_untold.add(convention)
    assert len(accused_untold) >= 3  # the others print nothing that is linked and decides


def _accused(path: Path, parts: list) -> list[str]:
    written = [part.replace("≤", "<=") if isinstance(part, str) else [[c.replace("≤", "<=") for c in r] for r in part]
               for part in parts]  # fmt: skip
    path.write_bytes(FORMATS[path.suffix](written))
    _, findings = checked(read(path))
    return [finding.id for finding in findings if finding.status == "inconsistent"]
