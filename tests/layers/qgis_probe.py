"""Run by the Python that has QGIS: opens layers, says what QGIS sees, renders. JSON in, JSON out."""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def describe(layer):
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsCoordinateTransformContext())
    measure.setEllipsoid("EPSG:7030")
    features = list(layer.getFeatures())
    return {
        "valid": layer.isValid(),
        "geometry": layer.geometryType(),
        "crs": layer.crs().authid(),
        "count": len(features),
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "nulls": sum(feature["since"] is None or not feature["since"] for feature in features)
        if "since" in layer.fields().names()
        else 0,
        "renderer": layer.renderer().type(),
        "labels": layer.labelsEnabled(),
        "rules": [rule.filterExpression() for rule in layer.renderer().rootRule().children()],
        "km": {feature["id"]: measure.measureLength(feature.geometry()) / 1000 for feature in features},
    }


def legend(layer):
    """Colour and dash of the top symbol layer of each rule."""
    context = QgsRenderContext()
    found = []
    for rule in layer.renderer().rootRule().children():
        top = (
            rule.symbol().symbolLayers()[1] if layer.geometryType() == 1 else rule.symbol().symbolLayers()[0]
        )
        dash = (
            list(top.customDashVector()) if layer.geometryType() == 1 and top.useCustomDashPattern() else []
        )
        found.append({"filter": rule.filterExpression(), "colour": top.color().name(), "dash": dash})
    del context
    return found


def render(layers, file):
    settings = QgsMapSettings()
    settings.setLayers(layers[::-1])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    extent = layers[0].extent()
    extent.scale(1.05)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(1000, 440))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(file)


asked = json.load(sys.stdin)
application = QgsApplication([], False)
application.initQgis()
messages = []
QgsApplication.messageLog().messageReceived.connect(
    lambda text, tag, level: messages.append(f"{tag}: {text}")
)
opened = [QgsVectorLayer(address, "layer", "ogr") for address in asked["layers"]]
answer = {
    "layers": [describe(layer) for layer in opened],
    "legend": [legend(layer) for layer in opened],
    "messages": messages,
}
if asked.get("picture"):
    render(opened, asked["picture"])
json.dump(answer, sys.stdout)
sys.stdout.flush()
os._exit(0)
