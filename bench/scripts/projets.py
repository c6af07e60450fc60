"""Ce qu'un agent à l'aise en Python écrirait avec openpyxl : les huit montants de chaque projet.

« parcourir » ne fait que lire toutes les cellules. Le temps de calcul et le pic de mémoire vont à la sortie d'erreur.
"""

import json
import math
import resource
import sys

import openpyxl

classeur = openpyxl.load_workbook(sys.argv[2], read_only=True, data_only=True)


def lignes(nom):
    rangs = classeur[nom].iter_rows(values_only=True)
    entetes = next(rangs)
    for rang in rangs:
        yield dict(zip(entetes, rang))


def projets():
    acomptes = {}
    for v in lignes("Versements"):
        if v["Nature"] == "acompte" and v["Gestion"] == "2021":
            acomptes[v["N° dossier"]] = acomptes.get(v["N° dossier"], 0) + v["Montant"]
    for p in lignes("Projets"):
        if p["Agrément"] != "favorable":
            continue
        ps = round(min(p["Coût prévisionnel"] * 0.325, p["Collectifs agréés"] * 2563), 2)
        part_n = round(ps * 0.4, 2)
        part_n1 = round(ps - part_n, 2)
        yield {
            "dossier": p["N° dossier"],
            "montants": [
                ps,
                part_n,
                part_n1,
                math.floor(ps * 28) / 100,
                math.floor(ps * 42) / 100,
                max(0, round(part_n - acomptes.get(p["N° dossier"], 0), 2)),
                part_n1,
                300 * ((p["Bonus enfants"] or 0) + (p["Bonus parents"] or 0)),
            ],
        }


if sys.argv[1] == "parcourir":
    for feuille in classeur:
        for rang in feuille.iter_rows(values_only=True):
            pass
else:
    json.dump(list(projets()), sys.stdout)

usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, file=sys.stderr)
