"""Claims: what the article states, one module a family of facts.

Every extractor is a function `Reading → Iterable[Claim]`, named by one row of `EXTRACTORS`; plug-ins join through the
entry point group `kg.extractors`. Claims are about mentions as printed; `Reading.links` says what an anaphor stands for,
and extractors use it only to know that two passages speak of one occasion, or that an anaphor is resolved at all.

The kinds, their roles and coded values are declared in ontology/facts/KIND.ttl; + marks a role with one filler at least, * one
with any number:

    tenure       person post of to; status
    meeting      participant+ topic* place date; kind date date_basis place_basis modality
    agreement    agreement party* date; kind stage stage_date
    forum        forum place date; kind start_date end_date date_basis status
    statement    speaker+ content; mode verb
    commitment   party* content; status
    observation  reporter partner product period amount; flow period_start period_end period_basis value value_max unit hedge
                 printed decimals scale symmetric
    change       reporter partner product period base amount; flow kind value period_start period_end base_start base_end unit
                 hedge printed decimals
    share        reporter partner product whole; flow value period_start period_end period_basis hedge printed decimals exhaustive
"""

from __future__ import annotations

from kg.claims.extractions import EXTRACTORS, Extraction, Refusal, extract

__all__ = ["EXTRACTORS", "Extraction", "Refusal", "extract"]
