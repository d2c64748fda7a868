"""Run by the Python that has QGIS: opens layers and projects, says what QGIS sees. JSON in, JSON out."""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLayoutExporter,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def describe(layer):
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsCoordinateTransformContext())
    measure.setEllipsoid("EPSG:7030")
    features = list(layer.getFeatures())
    names = layer.fields().names()
    identifier = next(name for name in ("id", "country", "source") if name in names)
    seen = {
        "valid": layer.isValid(),
        "geometry": layer.geometryType(),
        "crs": layer.crs().authid(),
        "count": len(features),
        "source": layer.source(),
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "aliases": {field.name(): field.alias() for field in layer.fields()},
        "widgets": {field.name(): field.editorWidgetSetup().type() for field in layer.fields()},
        "nulls": {name: sum(not feature[name] for feature in features) for name in names},
    }
    if layer.isSpatial():
        seen |= {
            "renderer": layer.renderer().type(),
            "labels": layer.labelsEnabled(),
            "label": labelled(layer) if layer.labelsEnabled() else {},
            "tip": layer.mapTipTemplate(),
            "indexed": layer.hasSpatialIndex(),
            "km": {f[identifier]: measure.measureLength(f.geometry()) / 1000 for f in features},
            "legend": legend(layer),
        }
    return seen


def legend(layer):
    """Filter, label, colour and dash of each rule: of a line its upper stroke, not the seam."""
    found = []
    for rule in layer.renderer().rootRule().children():
        top = rule.symbol().symbolLayers()[1 if layer.geometryType() == 1 else 0]
        dashed = layer.geometryType() == 1 and top.useCustomDashPattern()
        dash = list(top.customDashVector()) if dashed else []
        one = {"filter": rule.filterExpression(), "label": rule.label(), "colour": top.color().name()}
        found.append({**one, "dash": dash})
    return found


def labelled(layer):
    """The column that is written, its letters, and where it shows."""
    settings = layer.labeling().settings()
    shown = settings.dataDefinedProperties().property(QgsPalLayerSettings.Show)
    return {
        "field": settings.fieldName,
        "font": settings.format().font().family(),
        "shown": shown.expressionString(),
    }


def read_project(address):
    """Groups, layers, relations, bookmarks, coordinate system, and a map tip with its links."""
    project = QgsProject.instance()
    seen = {"read": project.read(address), "error": project.error(), "crs": project.crs().description()}
    root = project.layerTreeRoot()
    relations = project.relationManager().relations().values()
    return {
        **seen,
        "scale": project.crs().toWkt()[:7],
        "title": project.title(),
        "groups": {
            group.name(): {layer.name(): layer.layerId() for layer in group.findLayers()}
            for group in root.children()
        },
        "order": [layer.id() for layer in root.layerOrder()],
        "relations": {relation.id(): relation.isValid() for relation in relations},
        "bookmarks": {
            bookmark.name(): edges(bookmark.extent()) for bookmark in project.bookmarkManager().bookmarks()
        },
        "layers": {layer.id(): describe(layer) for layer in project.mapLayers().values()},
        "tips": {layer.id(): tip(layer) for layer in project.mapLayers().values() if layer.isSpatial()},
        "forms": {
            layer.id(): [tab.name() for tab in layer.editFormConfig().tabs()]
            for layer in project.mapLayers().values()
        },
        "unplaced": [layer.id() for layer in project.mapLayers().values() if not root.findLayer(layer.id())],
    }


def tip(layer):
    """What QGIS shows beside the pointer on the layer's first feature."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def edges(extent):
    """West, south, east, north of an extent with a coordinate system."""
    return [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()]


def export_layout(file):
    layout = QgsProject.instance().layoutManager().layouts()[0]
    return QgsLayoutExporter(layout).exportToPdf(file, QgsLayoutExporter.PdfExportSettings())


def view_of(layers):
    """These layers alone, in degrees."""
    extent = QgsRectangle(layers[0].extent())
    extent.scale(1.05)
    return layers[::-1], QgsCoordinateReferenceSystem("EPSG:4326"), QColor("white"), extent


def view_of_project():
    """What the project shows when it opens."""
    project = QgsProject.instance()
    tree = project.layerTreeRoot()
    shown = [layer for layer in tree.layerOrder() if tree.findLayer(layer.id()).isVisible()]
    return shown, project.crs(), project.backgroundColor(), project.viewSettings().defaultViewExtent()


def render(view, file, asked):
    """Render layers at the size and the resolution that were asked for; the names that found room."""
    layers, system, ground, extent = view
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(system)
    settings.setBackgroundColor(ground)
    settings.setExtent(QgsRectangle(*asked["extent"]) if "extent" in asked else extent)
    settings.setOutputSize(QSize(*asked.get("size", [1000, 440])))
    settings.setOutputDpi(asked.get("dpi", 96))
    settings.setFlag(QgsMapSettings.DrawLabeling, asked.get("labels", True))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(file)
    placed = job.takeLabelingResults()
    return sorted({label.labelText for label in placed.labelsWithinRect(settings.extent())} if placed else ())


asked = json.load(sys.stdin)
application = QgsApplication([], bool(asked.get("project")))
application.initQgis()
messages = []
QgsApplication.messageLog().messageReceived.connect(
    lambda text, tag, level: messages.append(f"{tag}: {text}")
)
opened = [
    QgsVectorLayer(address, "layer", "postgres" if address.startswith("dbname=") else "ogr")
    for address in asked.get("layers", [])
]
answer = {"layers": [describe(layer) for layer in opened]}
if asked.get("project"):
    answer["project"] = read_project(asked["project"])
if asked.get("pdf"):
    answer["exported"] = export_layout(asked["pdf"])
if asked.get("picture"):
    view = view_of_project() if asked.get("project") else view_of(opened)
    answer["names"] = render(view, asked["picture"], asked)
for layer, file in zip(opened, asked.get("pictures", []), strict=False):
    render(view_of([layer]), file, asked)
answer["messages"] = messages
json.dump(answer, sys.stdout)
sys.stdout.flush()
os._exit(0)
