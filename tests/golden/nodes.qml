<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0">
    <rules key="root">
      <rule key="rule0" symbol="0" filter="&quot;kind&quot; = 'border_point'" label="border point" />
      <rule key="rule1" symbol="1" filter="&quot;kind&quot; = 'compressor_station'" label="compressor station" />
      <rule key="rule2" symbol="2" filter="&quot;kind&quot; = 'field'" label="field" />
      <rule key="rule3" symbol="3" filter="&quot;kind&quot; = 'junction'" label="junction" />
      <rule key="rule4" symbol="4" filter="&quot;kind&quot; = 'landfall'" label="landfall" />
      <rule key="rule5" symbol="5" filter="&quot;kind&quot; = 'lng_terminal'" label="LNG terminal" />
      <rule key="rule6" symbol="6" filter="&quot;kind&quot; = 'metering_station'" label="metering station" />
      <rule key="rule7" symbol="7" filter="&quot;kind&quot; = 'port'" label="port" />
      <rule key="rule8" symbol="8" filter="&quot;kind&quot; = 'power_plant'" label="power plant" />
      <rule key="rule9" symbol="9" filter="&quot;kind&quot; = 'refinery'" label="refinery" />
      <rule key="rule10" symbol="10" filter="&quot;kind&quot; = 'river_port'" label="river port" />
      <rule key="rule11" symbol="11" filter="&quot;kind&quot; = 'road_node'" label="road junction" />
      <rule key="rule12" symbol="12" filter="&quot;kind&quot; = 'route_point'" label="route point" />
      <rule key="rule13" symbol="13" filter="&quot;kind&quot; = 'station'" label="station" />
      <rule key="rule14" symbol="14" filter="&quot;kind&quot; = 'storage'" label="storage" />
      <rule key="rule15" symbol="15" filter="&quot;kind&quot; = 'substation'" label="substation" />
      <rule key="rule16" symbol="16" filter="&quot;kind&quot; = 'terminal'" label="terminal" />
    </rules>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="255,255,255,255" type="QString" />
            <Option name="size" value="2" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="34,38,43,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="122,130,140,255" type="QString" />
            <Option name="size" value="2" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="34,38,43,255" type="QString" />
            <Option name="size" value="2.6" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="3" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="34,38,43,255" type="QString" />
            <Option name="size" value="2" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="4" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="255,255,255,255" type="QString" />
            <Option name="size" value="1.6" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="34,38,43,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="5" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="31,95,191,255" type="QString" />
            <Option name="size" value="2.6" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="6" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="122,130,140,255" type="QString" />
            <Option name="size" value="2" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="7" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="34,38,43,255" type="QString" />
            <Option name="size" value="2.6" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="8" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="184,110,0,255" type="QString" />
            <Option name="size" value="2.6" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="9" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="34,38,43,255" type="QString" />
            <Option name="size" value="2.6" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="10" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="34,38,43,255" type="QString" />
            <Option name="size" value="2" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="11" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="34,38,43,255" type="QString" />
            <Option name="size" value="2" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="12" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="255,255,255,255" type="QString" />
            <Option name="size" value="1.2" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="34,38,43,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="13" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="34,38,43,255" type="QString" />
            <Option name="size" value="2" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="14" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="31,95,191,255" type="QString" />
            <Option name="size" value="2.6" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="15" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="122,130,140,255" type="QString" />
            <Option name="size" value="2" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="16" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" value="circle" type="QString" />
            <Option name="color" value="34,38,43,255" type="QString" />
            <Option name="size" value="2.6" type="QString" />
            <Option name="size_unit" value="MM" type="QString" />
            <Option name="outline_color" value="255,255,255,255" type="QString" />
            <Option name="outline_width" value="0.3" type="QString" />
            <Option name="outline_width_unit" value="MM" type="QString" />
            <Option name="outline_style" value="solid" type="QString" />
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="name" isExpression="0" fontFamily="Sans Serif" fontSize="8" fontSizeUnit="Point" textColor="34,38,43,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" />
      </text-style>
      <placement priority="5" distUnits="MM" placement="6" dist="1" />
      <rendering drawLabels="1" obstacle="1" mergeLines="1" />
    </settings>
  </labeling>
  <layerGeometryType>0</layerGeometryType>
</qgis>
