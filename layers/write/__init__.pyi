from . import geojson as geojson
from . import geopackage as geopackage
from . import qml as qml
from . import staging as staging
from . import tables as tables
