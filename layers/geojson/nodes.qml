<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields|Forms|MapTips" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0">
    <rules key="root">
      <rule key="rule0" symbol="0" label="field" filter="&quot;kind&quot; = 'field'" />
      <rule key="rule1" symbol="1" label="LNG terminal" filter="&quot;kind&quot; = 'lng_terminal'" />
      <rule key="rule2" symbol="2" label="port" filter="&quot;kind&quot; = 'port'" />
      <rule key="rule3" symbol="3" label="power plant" filter="&quot;kind&quot; = 'power_plant'" />
      <rule key="rule4" symbol="4" label="refinery" filter="&quot;kind&quot; = 'refinery'" />
      <rule key="rule5" symbol="5" label="storage" filter="&quot;kind&quot; = 'storage'" />
      <rule key="rule6" symbol="6" label="terminal" filter="&quot;kind&quot; = 'terminal'" />
      <rule key="rule7" symbol="7" label="border point" filter="&quot;kind&quot; = 'border_point' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
      <rule key="rule8" symbol="8" label="compressor station" filter="&quot;kind&quot; = 'compressor_station' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
      <rule key="rule9" symbol="9" label="junction" filter="&quot;kind&quot; = 'junction' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
      <rule key="rule10" symbol="10" label="metering station" filter="&quot;kind&quot; = 'metering_station' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
      <rule key="rule11" symbol="11" label="river port" filter="&quot;kind&quot; = 'river_port' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
      <rule key="rule12" symbol="12" label="road junction" filter="&quot;kind&quot; = 'road_node' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
      <rule key="rule13" symbol="13" label="station" filter="&quot;kind&quot; = 'station' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
      <rule key="rule14" symbol="14" label="substation" filter="&quot;kind&quot; = 'substation' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
      <rule key="rule15" symbol="15" label="landfall" filter="&quot;kind&quot; = 'landfall' AND (@map_scale &lt;= 2000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
      <rule key="rule16" symbol="16" label="route point" filter="&quot;kind&quot; = 'route_point' AND (@map_scale &lt;= 2000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))" />
    </rules>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="4" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="7" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="8" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="9" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="10" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="15" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="16" alpha="1" clip_to_extent="1">
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
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="name" isExpression="0" fontFamily="DejaVu Sans" fontSize="8" fontSizeUnit="Point" fontItalic="0" textColor="34,38,43,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" />
      </text-style>
      <placement priority="5" distUnits="MM" placement="6" dist="0.4" offsetType="1" predefinedPositionOrder="R,L,TR,BR,TL,BL,TSR,BSR" />
      <rendering drawLabels="1" obstacle="1" mergeLines="1" upsidedownLabels="0" />
      <dd_properties>
        <Option type="Map">
          <Option name="name" value="" type="QString" />
          <Option name="properties" type="Map">
            <Option name="Show" type="Map">
              <Option name="active" value="true" type="bool" />
              <Option name="expression" value="(&quot;kind&quot; = 'field') OR (&quot;kind&quot; = 'lng_terminal') OR (&quot;kind&quot; = 'port') OR (&quot;kind&quot; = 'power_plant') OR (&quot;kind&quot; = 'refinery') OR (&quot;kind&quot; = 'storage') OR (&quot;kind&quot; = 'terminal') OR (&quot;kind&quot; = 'border_point' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))) OR (&quot;kind&quot; = 'compressor_station' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))) OR (&quot;kind&quot; = 'junction' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))) OR (&quot;kind&quot; = 'metering_station' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))) OR (&quot;kind&quot; = 'river_port' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))) OR (&quot;kind&quot; = 'road_node' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))) OR (&quot;kind&quot; = 'station' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))) OR (&quot;kind&quot; = 'substation' AND (@map_scale &lt;= 6000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))) OR (&quot;kind&quot; = 'landfall' AND (@map_scale &lt;= 2000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz'))) OR (&quot;kind&quot; = 'route_point' AND (@map_scale &lt;= 2000000 OR &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz')))" type="QString" />
              <Option name="type" value="3" type="int" />
            </Option>
            <Option name="Priority" type="Map">
              <Option name="active" value="true" type="bool" />
              <Option name="expression" value="CASE WHEN &quot;id&quot; IN ('belgrade', 'horgos_1', 'jnpt', 'kalotina_dimitrovgrad_gas', 'kiskundorozsma', 'lianyungang', 'melendugno', 'moscow', 'mundra', 'piraeus', 'resita', 'russkaya', 'samukh', 'shah_deniz') THEN 10 WHEN &quot;kind&quot; IN ('field', 'lng_terminal', 'port', 'power_plant', 'refinery', 'storage', 'terminal') THEN 7 ELSE 4 END" type="QString" />
              <Option name="type" value="3" type="int" />
            </Option>
          </Option>
          <Option name="type" value="collection" type="QString" />
        </Option>
      </dd_properties>
    </settings>
  </labeling>
  <fieldConfiguration>
    <field name="fid" configurationFlags="None">
      <editWidget type="Hidden">
        <config>
          <Option type="Map" />
        </config>
      </editWidget>
    </field>
    <field name="note" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" value="true" type="bool" />
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="id" name="Identifier" />
    <alias field="name" name="Name" />
    <alias field="name_sr" name="Name in Serbian" />
    <alias field="name_az" name="Name in Azerbaijani" />
    <alias field="country" name="Country" />
    <alias field="kind" name="Kind" />
    <alias field="role" name="Role" />
    <alias field="corridors" name="Corridors" />
    <alias field="lon" name="Longitude (degrees)" />
    <alias field="lat" name="Latitude (degrees)" />
    <alias field="sources" name="Sources" />
    <alias field="note" name="Note" />
    <alias field="as_of" name="As of" />
    <alias field="confidence" name="Confidence" />
  </aliases>
  <mapTip>&lt;b&gt;[% replace(replace(to_string("name"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;[% if(coalesce("kind", '') = '', '', '&lt;br&gt;Kind: ' || replace(replace(to_string("kind"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')) %]</mapTip>
  <previewExpression>"name"</previewExpression>
  <layerGeometryType>0</layerGeometryType>
</qgis>
