<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0">
    <rules key="root">
      <rule key="rule0" symbol="0" filter="&quot;corridor&quot; = 'southern_gas_corridor' AND &quot;mode&quot; = 'gas_pipeline' AND &quot;status&quot; = 'operating'" label="gas pipeline, operating" />
    </rules>
    <symbols>
      <symbol type="line" name="0" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="line_color" value="255,255,255,255" type="QString" />
            <Option name="line_width" value="1.6" type="QString" />
            <Option name="use_custom_dash" value="0" type="QString" />
            <Option name="capstyle" value="round" type="QString" />
            <Option name="joinstyle" value="round" type="QString" />
            <Option name="line_width_unit" value="MM" type="QString" />
            <Option name="line_style" value="solid" type="QString" />
          </Option>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option name="line_color" value="200,16,46,255" type="QString" />
            <Option name="line_width" value="0.9" type="QString" />
            <Option name="use_custom_dash" value="0" type="QString" />
            <Option name="capstyle" value="round" type="QString" />
            <Option name="joinstyle" value="round" type="QString" />
            <Option name="line_width_unit" value="MM" type="QString" />
            <Option name="line_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="line" isExpression="0" fontFamily="Sans Serif" fontSize="8" fontSizeUnit="Point" textColor="34,38,43,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" />
      </text-style>
      <placement priority="5" distUnits="MM" placement="2" placementFlags="10" />
      <rendering drawLabels="1" obstacle="1" mergeLines="1" />
    </settings>
  </labeling>
  <layerGeometryType>1</layerGeometryType>
</qgis>
