<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields|Forms|MapTips" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0">
    <rules key="root">
      <rule key="rule0" symbol="0" label="railway, operating" filter="&quot;corridor&quot; = 'north_south_corridor' AND &quot;mode&quot; = 'rail' AND &quot;status&quot; = 'operating'" />
      <rule key="rule1" symbol="1" label="railway, planned" filter="&quot;corridor&quot; = 'north_south_corridor' AND &quot;mode&quot; = 'rail' AND &quot;status&quot; = 'planned'" />
      <rule key="rule2" symbol="2" label="sea route, operating" filter="&quot;corridor&quot; = 'north_south_corridor' AND &quot;mode&quot; = 'sea' AND &quot;status&quot; = 'operating'" />
    </rules>
    <symbols>
      <symbol type="line" name="0" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="line_color" value="255,255,255,255" type="QString" />
            <Option name="line_width" value="1.5" type="QString" />
            <Option name="use_custom_dash" value="0" type="QString" />
            <Option name="capstyle" value="round" type="QString" />
            <Option name="joinstyle" value="round" type="QString" />
            <Option name="line_width_unit" value="MM" type="QString" />
            <Option name="line_style" value="solid" type="QString" />
          </Option>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option name="line_color" value="184,110,0,255" type="QString" />
            <Option name="line_width" value="0.8" type="QString" />
            <Option name="use_custom_dash" value="0" type="QString" />
            <Option name="capstyle" value="round" type="QString" />
            <Option name="joinstyle" value="round" type="QString" />
            <Option name="line_width_unit" value="MM" type="QString" />
            <Option name="line_style" value="solid" type="QString" />
          </Option>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option name="interval" value="2.85" type="QString" />
            <Option name="interval_unit" value="MM" type="QString" />
            <Option name="placement" value="interval" type="QString" />
          </Option>
          <symbol type="marker" name="@0@2" alpha="1">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="name" value="line" type="QString" />
                <Option name="size" value="1.68" type="QString" />
                <Option name="size_unit" value="MM" type="QString" />
                <Option name="outline_color" value="184,110,0,255" type="QString" />
                <Option name="outline_width" value="0.35" type="QString" />
                <Option name="outline_width_unit" value="MM" type="QString" />
                <Option name="outline_style" value="solid" type="QString" />
                <Option name="cap_style" value="flat" type="QString" />
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="1" alpha="0.95" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="line_color" value="255,255,255,255" type="QString" />
            <Option name="line_width" value="1.42" type="QString" />
            <Option name="use_custom_dash" value="1" type="QString" />
            <Option name="customdash" value="1.2;1.2" type="QString" />
            <Option name="customdash_unit" value="MM" type="QString" />
            <Option name="capstyle" value="flat" type="QString" />
            <Option name="joinstyle" value="round" type="QString" />
            <Option name="line_width_unit" value="MM" type="QString" />
            <Option name="line_style" value="solid" type="QString" />
          </Option>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option name="line_color" value="184,110,0,255" type="QString" />
            <Option name="line_width" value="0.72" type="QString" />
            <Option name="use_custom_dash" value="1" type="QString" />
            <Option name="customdash" value="1.2;1.2" type="QString" />
            <Option name="customdash_unit" value="MM" type="QString" />
            <Option name="capstyle" value="flat" type="QString" />
            <Option name="joinstyle" value="round" type="QString" />
            <Option name="line_width_unit" value="MM" type="QString" />
            <Option name="line_style" value="solid" type="QString" />
          </Option>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option name="interval" value="2.85" type="QString" />
            <Option name="interval_unit" value="MM" type="QString" />
            <Option name="placement" value="interval" type="QString" />
          </Option>
          <symbol type="marker" name="@1@2" alpha="1">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="name" value="line" type="QString" />
                <Option name="size" value="1.512" type="QString" />
                <Option name="size_unit" value="MM" type="QString" />
                <Option name="outline_color" value="184,110,0,255" type="QString" />
                <Option name="outline_width" value="0.35" type="QString" />
                <Option name="outline_width_unit" value="MM" type="QString" />
                <Option name="outline_style" value="solid" type="QString" />
                <Option name="cap_style" value="flat" type="QString" />
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="2" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="line_color" value="255,255,255,255" type="QString" />
            <Option name="line_width" value="1.2" type="QString" />
            <Option name="use_custom_dash" value="0" type="QString" />
            <Option name="capstyle" value="round" type="QString" />
            <Option name="joinstyle" value="round" type="QString" />
            <Option name="line_width_unit" value="MM" type="QString" />
            <Option name="line_style" value="solid" type="QString" />
          </Option>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option name="line_color" value="184,110,0,255" type="QString" />
            <Option name="line_width" value="0.5" type="QString" />
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
      <text-style fieldName="line" isExpression="0" fontFamily="DejaVu Sans" fontSize="7.5" fontSizeUnit="Point" fontItalic="1" textColor="34,38,43,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" />
      </text-style>
      <placement priority="5" distUnits="MM" placement="2" placementFlags="10" dist="0.4" />
      <rendering drawLabels="1" obstacle="1" mergeLines="1" upsidedownLabels="0" />
      <dd_properties>
        <Option type="Map">
          <Option name="name" value="" type="QString" />
          <Option name="properties" type="Map">
            <Option name="Show" type="Map">
              <Option name="active" value="true" type="bool" />
              <Option name="expression" value="@map_scale &lt;= 12000000" type="QString" />
              <Option name="type" value="3" type="int" />
            </Option>
            <Option name="Priority" type="Map">
              <Option name="active" value="true" type="bool" />
              <Option name="expression" value="3" type="QString" />
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
    <alias field="corridor" name="Corridor" />
    <alias field="corridors" name="Corridors" />
    <alias field="role" name="Role" />
    <alias field="name" name="Name" />
    <alias field="line" name="Line" />
    <alias field="mode" name="Mode" />
    <alias field="status" name="Status" />
    <alias field="country" name="Country" />
    <alias field="from_node" name="From" />
    <alias field="to_node" name="To" />
    <alias field="operator" name="Operator" />
    <alias field="since" name="Since (year)" />
    <alias field="capacity" name="Capacity" />
    <alias field="capacity_unit" name="Capacity unit" />
    <alias field="length_km" name="Length (km)" />
    <alias field="published_length_km" name="Published length (km)" />
    <alias field="deviation_pct" name="Deviation (%)" />
    <alias field="alignment_method" name="Alignment method" />
    <alias field="accuracy_km" name="Accuracy (km)" />
    <alias field="sources" name="Sources" />
    <alias field="note" name="Note" />
    <alias field="as_of" name="As of" />
    <alias field="confidence" name="Confidence" />
    <alias field="network_km" name="Network (km)" />
  </aliases>
  <mapTip>&lt;b&gt;[% replace(replace(to_string("name"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;[% if(coalesce("line", '') = '', '', '&lt;br&gt;Line: ' || replace(replace(to_string("line"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')) %][% if(coalesce("mode", '') = '', '', '&lt;br&gt;Mode: ' || replace(replace(to_string("mode"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')) %][% if(coalesce("status", '') = '', '', '&lt;br&gt;Status: ' || replace(replace(to_string("status"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')) %][% if(coalesce("operator", '') = '', '', '&lt;br&gt;Operator: ' || replace(replace(to_string("operator"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')) %][% if(coalesce("length_km", '') = '', '', '&lt;br&gt;Length (km): ' || replace(replace(to_string("length_km"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')) %][% if(coalesce("accuracy_km", '') = '', '', '&lt;br&gt;Accuracy (km): ' || replace(replace(to_string("accuracy_km"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')) %]</mapTip>
  <previewExpression>"name"</previewExpression>
  <layerGeometryType>1</layerGeometryType>
</qgis>
