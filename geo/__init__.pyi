from . import borders as borders
from . import errors as errors
from . import flows as flows
from . import lines as lines
from . import metrics as metrics
from . import reference as reference
