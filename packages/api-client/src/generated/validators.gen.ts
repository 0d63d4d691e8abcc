// Generated from an OpenAPI document. Do not edit: change the document, then regenerate.
// Regenerate: pnpm generate
// API: NP6 API 8.1.0

// @ts-nocheck Ajv generated the functions at the end, without types; the exports have types.

/** A rule that a value breaks, as Ajv reports it. */
export interface BrokenRule {
  /** JSON Pointer (RFC 6901) to the value in the body. */
  readonly instancePath: string;
  /** The keyword of JSON Schema. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
  /** The property name that breaks the rule, if the rule is about names. */
  readonly propertyName?: string;
}

/** Checks a parsed body. If the result is `false`, `errors` lists the broken rules until the next call. */
export interface BodyValidator {
  (body: unknown): boolean;
  readonly errors?: readonly BrokenRule[] | null;
}

/** The validators of an operation. */
export interface OperationValidators {
  /** Validators of request bodies, by media type. */
  readonly requestBody: Readonly<Record<string, BodyValidator>>;
  /** Validators of success responses, by status (`200`, `2XX`, `default`) and media type. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, BodyValidator>>>>;
}

/** Validators by operation. A body whose schema accepts everything has none. */
export const validators: Readonly<Record<string, OperationValidators>> = {
"createWorkflow": {
"requestBody": {
"application/json": validateWorkflow,
},
"responses": {
"200": {
"application/json": validateWorkflow,
},
"201": {
"application/json": validateWorkflow,
},
},
},
"replaceWorkflow": {
"requestBody": {
"application/json": validateWorkflow,
},
"responses": {
"200": {
"application/json": validateWorkflow,
},
},
},
"updateWorkflow": {
"requestBody": {},
"responses": {
"200": {
"application/json": validateWorkflow,
},
},
},
"deleteWorkflow": {
"requestBody": {},
"responses": {
"204": {},
},
},
"duplicateWorkflow": {
"requestBody": {},
"responses": {
"200": {
"application/json": validateWorkflow,
},
},
},
"executeWorkflow": {
"requestBody": {
"application/vnd.np6.cm.workflow-v4": validateExecution,
},
"responses": {
"200": {
"application/vnd.np6.cm.workflow-v4": validateExecutionResult,
},
},
},
"executeWorkflowBatch": {
"requestBody": {
"application/vnd.np6.cm.workflow-v4": validateExecuteWorkflowBatchRequest,
},
"responses": {
"200": {
"application/vnd.np6.cm.workflow-v4": validateExecuteWorkflowBatchResponse,
},
},
},
"getWorkflowNodes": {
"requestBody": {},
"responses": {
"200": {
"application/json": validateGetWorkflowNodesResponse,
},
},
},
"replaceWorkflowNodes": {
"requestBody": {
"application/json": validateGetWorkflowNodesResponse,
},
"responses": {
"200": {
"application/json": validateGetWorkflowNodesResponse,
},
},
},
"getWorkflowCapping": {
"requestBody": {},
"responses": {
"200": {
"application/json": validateGetWorkflowCappingResponse,
},
},
},
"replaceWorkflowCapping": {
"requestBody": {
"application/json": validateGetWorkflowCappingResponse,
},
"responses": {
"200": {
"application/json": validateGetWorkflowCappingResponse,
},
},
},
"getWorkflowListeners": {
"requestBody": {},
"responses": {
"200": {
"application/json": validateGetWorkflowListenersResponse,
},
},
},
"getWorkflowTasks": {
"requestBody": {},
"responses": {
"200": {
"application/json": validateGetWorkflowTasksResponse,
},
},
},
};

/** Names of all properties in the schemas. */
export const propertyNames: ReadonlySet<string> = new Set([
"version",
"environment",
"imports",
"initializers",
"filters",
"type",
"id",
"name",
"description",
"event",
"handler",
"value",
"unit",
"key",
"increment",
"threshold",
"period",
"nodes",
"default",
"settings",
"next",
"data",
"flow",
"timeZone",
"minute",
"hour",
"dayOfMonth",
"month",
"dayOfWeek",
"projection",
"schedulers",
"provider",
"state",
"creationDate",
"updateDate",
"scripting",
"listeners",
"capping",
"tasks",
"unicity",
"hash",
"ttl",
"time",
"thread",
"set",
"receiver",
"node",
"variables",
"resolutions",
"debug",
"stamp",
"recipient",
]);

const formats_184d461e = /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)t(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const formats_f16e24a5 = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
function validateScripting(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"});
errors++;
}
if(data.version !== undefined){
if(typeof data.version !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/version",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.environment !== undefined){
let data0 = data.environment;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/environment",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
if(data.imports !== undefined){
let data0 = data.imports;
if((!(Array.isArray(data0))) && (data0 !== null)){
(vErrors ??= []).push({instancePath:instancePath+"/imports",keyword:"type",params:{},message:"must be array or null"});
errors++;
}
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/imports/" + i0,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
if(errors >= 20){
break;
}
}
}
}
if(data.initializers !== undefined){
let data0 = data.initializers;
if((!(Array.isArray(data0))) && (data0 !== null)){
(vErrors ??= []).push({instancePath:instancePath+"/initializers",keyword:"type",params:{},message:"must be array or null"});
errors++;
}
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/initializers/" + i0,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
if(errors >= 20){
break;
}
}
}
}
if(data.filters !== undefined){
let data0 = data.filters;
if((!(Array.isArray(data0))) && (data0 !== null)){
(vErrors ??= []).push({instancePath:instancePath+"/filters",keyword:"type",params:{},message:"must be array or null"});
errors++;
}
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/filters/" + i0,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
if(errors >= 20){
break;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateScripting.errors = vErrors;
return errors === 0;
}
function validateListenerEvent(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateListenerEvent.errors = vErrors;
return errors === 0;
}
function validateWorkflowListener(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
if(typeof data.id !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.event !== undefined){
if(!(validateListenerEvent(data.event, {instancePath:instancePath+"/event",parentData:data,parentDataProperty:"event",rootData}))){
vErrors = vErrors === null ? validateListenerEvent.errors : vErrors.concat(validateListenerEvent.errors);
errors = vErrors.length;
}
}
if(data.handler !== undefined){
if(typeof data.handler !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/handler",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWorkflowListener.errors = vErrors;
return errors === 0;
}
function validateExpression(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateExpression.errors = vErrors;
return errors === 0;
}
function validateCappingPeriod(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.unit !== undefined){
let data0 = data.unit;
if(typeof data0 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/unit",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
if(!((((((((data0 === "MILLISECOND") || (data0 === "SECOND")) || (data0 === "MINUTE")) || (data0 === "HOUR")) || (data0 === "DAY")) || (data0 === "WEEK")) || (data0 === "MONTH")) || (data0 === "YEAR"))){
(vErrors ??= []).push({instancePath:instancePath+"/unit",keyword:"enum",params:{},message:"must be one of \"MILLISECOND\", \"SECOND\", \"MINUTE\", \"HOUR\", \"DAY\", \"WEEK\", \"MONTH\", \"YEAR\""});
errors++;
}
}
if(data.value !== undefined){
let data0 = data.value;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"type",params:{type: "integer"},message:"must be integer"});
errors++;
}
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"});
errors++;
}
if(data0 < -2147483648 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"minimum",params:{comparison: ">=", limit: -2147483648},message:"must be >= -2147483648"});
errors++;
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateCappingPeriod.errors = vErrors;
return errors === 0;
}
function validateWorkflowCapping(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key !== undefined){
if(!(validateExpression(data.key, {instancePath:instancePath+"/key",parentData:data,parentDataProperty:"key",rootData}))){
vErrors = vErrors === null ? validateExpression.errors : vErrors.concat(validateExpression.errors);
errors = vErrors.length;
}
}
if(data.increment !== undefined){
let data0 = data.increment;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
(vErrors ??= []).push({instancePath:instancePath+"/increment",keyword:"type",params:{type: "integer"},message:"must be integer"});
errors++;
}
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/increment",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"});
errors++;
}
if(data0 < -2147483648 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/increment",keyword:"minimum",params:{comparison: ">=", limit: -2147483648},message:"must be >= -2147483648"});
errors++;
}
}
}
if(data.threshold !== undefined){
let data0 = data.threshold;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
(vErrors ??= []).push({instancePath:instancePath+"/threshold",keyword:"type",params:{type: "integer"},message:"must be integer"});
errors++;
}
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/threshold",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"});
errors++;
}
if(data0 < -2147483648 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/threshold",keyword:"minimum",params:{comparison: ">=", limit: -2147483648},message:"must be >= -2147483648"});
errors++;
}
}
}
if(data.period !== undefined){
if(!(validateCappingPeriod(data.period, {instancePath:instancePath+"/period",parentData:data,parentDataProperty:"period",rootData}))){
vErrors = vErrors === null ? validateCappingPeriod.errors : vErrors.concat(validateCappingPeriod.errors);
errors = vErrors.length;
}
}
if(data.nodes !== undefined){
let data0 = data.nodes;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/nodes/" + i0,keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/nodes",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWorkflowCapping.errors = vErrors;
return errors === 0;
}
function validateWorkflowNodeBase(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
if(typeof data.id !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.default !== undefined){
if(typeof data.default !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/default",keyword:"type",params:{type: "boolean"},message:"must be boolean"});
errors++;
}
}
if(data.settings !== undefined){
let data0 = data.settings;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/settings",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWorkflowNodeBase.errors = vErrors;
return errors === 0;
}
function validateWorkflowNodeWithNext(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.next !== undefined){
if(typeof data.next !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/next",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWorkflowNodeWithNext.errors = vErrors;
return errors === 0;
}
function validateWorkflowNodeFlow(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.value !== undefined){
if(typeof data.value !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWorkflowNodeFlow.errors = vErrors;
return errors === 0;
}
function validatePublishNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("publish" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"publish\""});
errors++;
}
}
if(data.event !== undefined){
if(!(validateExpression(data.event, {instancePath:instancePath+"/event",parentData:data,parentDataProperty:"event",rootData}))){
vErrors = vErrors === null ? validateExpression.errors : vErrors.concat(validateExpression.errors);
errors = vErrors.length;
}
}
if(data.data !== undefined){
if(!(validateExpression(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData}))){
vErrors = vErrors === null ? validateExpression.errors : vErrors.concat(validateExpression.errors);
errors = vErrors.length;
}
}
if(data.flow !== undefined){
if(!(validateWorkflowNodeFlow(data.flow, {instancePath:instancePath+"/flow",parentData:data,parentDataProperty:"flow",rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeFlow.errors : vErrors.concat(validateWorkflowNodeFlow.errors);
errors = vErrors.length;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validatePublishNode.errors = vErrors;
return errors === 0;
}
function validateRequestNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("request" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"request\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateRequestNode.errors = vErrors;
return errors === 0;
}
function validateScriptNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("script" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"script\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateScriptNode.errors = vErrors;
return errors === 0;
}
function validateSendMailNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("sendMail" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"sendMail\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateSendMailNode.errors = vErrors;
return errors === 0;
}
function validateSendSmsNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("sendSms" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"sendSms\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateSendSmsNode.errors = vErrors;
return errors === 0;
}
function validateSmsNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("sms" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"sms\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateSmsNode.errors = vErrors;
return errors === 0;
}
function validateSleepNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("sleep" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"sleep\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateSleepNode.errors = vErrors;
return errors === 0;
}
function validateWaitNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("wait" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"wait\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWaitNode.errors = vErrors;
return errors === 0;
}
function validateWaitKillNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("wait.kill" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"wait.kill\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWaitKillNode.errors = vErrors;
return errors === 0;
}
function validateUpdateTargetNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("updateTarget" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"updateTarget\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateUpdateTargetNode.errors = vErrors;
return errors === 0;
}
function validateMultipleSlotsNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("multipleslots" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"multipleslots\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateMultipleSlotsNode.errors = vErrors;
return errors === 0;
}
function validateSendPushAppNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("sendpushapp" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"sendpushapp\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateSendPushAppNode.errors = vErrors;
return errors === 0;
}
function validateDataManagerPipelineNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("data-manager/pipeline" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"data-manager/pipeline\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateDataManagerPipelineNode.errors = vErrors;
return errors === 0;
}
function validateDataTablePipelineNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("data-table/pipeline" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"data-table/pipeline\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateDataTablePipelineNode.errors = vErrors;
return errors === 0;
}
function validateNotificationExecutionNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeWithNext(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeWithNext.errors : vErrors.concat(validateWorkflowNodeWithNext.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("np6.notification/execution" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"np6.notification/execution\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateNotificationExecutionNode.errors = vErrors;
return errors === 0;
}
function validateIfNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("if" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"if\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateIfNode.errors = vErrors;
return errors === 0;
}
function validateMatchNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("match" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"match\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateMatchNode.errors = vErrors;
return errors === 0;
}
function validateSampleNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("sample" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"sample\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateSampleNode.errors = vErrors;
return errors === 0;
}
function validateSplitNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("split" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"split\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateSplitNode.errors = vErrors;
return errors === 0;
}
function validateSwitchNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("switch" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"switch\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateSwitchNode.errors = vErrors;
return errors === 0;
}
function validateWaitRaceNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("wait.race" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"wait.race\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWaitRaceNode.errors = vErrors;
return errors === 0;
}
function validateWaitAllNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("wait.all" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"wait.all\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWaitAllNode.errors = vErrors;
return errors === 0;
}
function validateConditionalTimeSlotsNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("conditionaltimeslots" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"conditionaltimeslots\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateConditionalTimeSlotsNode.errors = vErrors;
return errors === 0;
}
function validateDataExplorerV2MatchNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("data-explorer-v2.match" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"data-explorer-v2.match\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateDataExplorerV2MatchNode.errors = vErrors;
return errors === 0;
}
function validateTerminalNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("terminal" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"terminal\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateTerminalNode.errors = vErrors;
return errors === 0;
}
function validateKnownWorkflowNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "publish")){
if(!(validatePublishNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validatePublishNode.errors : vErrors.concat(validatePublishNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "request")){
if(!(validateRequestNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateRequestNode.errors : vErrors.concat(validateRequestNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "script")){
if(!(validateScriptNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateScriptNode.errors : vErrors.concat(validateScriptNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "sendMail")){
if(!(validateSendMailNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateSendMailNode.errors : vErrors.concat(validateSendMailNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "sendSms")){
if(!(validateSendSmsNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateSendSmsNode.errors : vErrors.concat(validateSendSmsNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "sms")){
if(!(validateSmsNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateSmsNode.errors : vErrors.concat(validateSmsNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "sleep")){
if(!(validateSleepNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateSleepNode.errors : vErrors.concat(validateSleepNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "wait")){
if(!(validateWaitNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWaitNode.errors : vErrors.concat(validateWaitNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "wait.kill")){
if(!(validateWaitKillNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWaitKillNode.errors : vErrors.concat(validateWaitKillNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "updateTarget")){
if(!(validateUpdateTargetNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateUpdateTargetNode.errors : vErrors.concat(validateUpdateTargetNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "multipleslots")){
if(!(validateMultipleSlotsNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateMultipleSlotsNode.errors : vErrors.concat(validateMultipleSlotsNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "sendpushapp")){
if(!(validateSendPushAppNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateSendPushAppNode.errors : vErrors.concat(validateSendPushAppNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "data-manager/pipeline")){
if(!(validateDataManagerPipelineNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateDataManagerPipelineNode.errors : vErrors.concat(validateDataManagerPipelineNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "data-table/pipeline")){
if(!(validateDataTablePipelineNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateDataTablePipelineNode.errors : vErrors.concat(validateDataTablePipelineNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "np6.notification/execution")){
if(!(validateNotificationExecutionNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateNotificationExecutionNode.errors : vErrors.concat(validateNotificationExecutionNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "if")){
if(!(validateIfNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateIfNode.errors : vErrors.concat(validateIfNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "match")){
if(!(validateMatchNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateMatchNode.errors : vErrors.concat(validateMatchNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "sample")){
if(!(validateSampleNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateSampleNode.errors : vErrors.concat(validateSampleNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "split")){
if(!(validateSplitNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateSplitNode.errors : vErrors.concat(validateSplitNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "switch")){
if(!(validateSwitchNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateSwitchNode.errors : vErrors.concat(validateSwitchNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "wait.race")){
if(!(validateWaitRaceNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWaitRaceNode.errors : vErrors.concat(validateWaitRaceNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "wait.all")){
if(!(validateWaitAllNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWaitAllNode.errors : vErrors.concat(validateWaitAllNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "conditionaltimeslots")){
if(!(validateConditionalTimeSlotsNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateConditionalTimeSlotsNode.errors : vErrors.concat(validateConditionalTimeSlotsNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "data-explorer-v2.match")){
if(!(validateDataExplorerV2MatchNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateDataExplorerV2MatchNode.errors : vErrors.concat(validateDataExplorerV2MatchNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "terminal")){
if(!(validateTerminalNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateTerminalNode.errors : vErrors.concat(validateTerminalNode.errors);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(!(((((((((((((((((((((((((data0 === "publish") || (data0 === "request")) || (data0 === "script")) || (data0 === "sendMail")) || (data0 === "sendSms")) || (data0 === "sms")) || (data0 === "sleep")) || (data0 === "wait")) || (data0 === "wait.kill")) || (data0 === "updateTarget")) || (data0 === "multipleslots")) || (data0 === "sendpushapp")) || (data0 === "data-manager/pipeline")) || (data0 === "data-table/pipeline")) || (data0 === "np6.notification/execution")) || (data0 === "if")) || (data0 === "match")) || (data0 === "sample")) || (data0 === "split")) || (data0 === "switch")) || (data0 === "wait.race")) || (data0 === "wait.all")) || (data0 === "conditionaltimeslots")) || (data0 === "data-explorer-v2.match")) || (data0 === "terminal"))){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"enum",params:{},message:"must be one of \"publish\", \"request\", \"script\", \"sendMail\", \"sendSms\", \"sms\", \"sleep\", \"wait\", \"wait.kill\", \"updateTarget\" … (25 in all)"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{},message:"must be object"});
errors++;
}
validateKnownWorkflowNode.errors = vErrors;
return errors === 0;
}
function validateUnknownWorkflowNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateWorkflowNodeBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateWorkflowNodeBase.errors : vErrors.concat(validateWorkflowNodeBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
const _errs0 = errors;
const _errs1 = errors;
if(!(((((((((((((((((((((((((data0 === "publish") || (data0 === "request")) || (data0 === "script")) || (data0 === "sendMail")) || (data0 === "sendSms")) || (data0 === "sms")) || (data0 === "sleep")) || (data0 === "wait")) || (data0 === "wait.kill")) || (data0 === "updateTarget")) || (data0 === "multipleslots")) || (data0 === "sendpushapp")) || (data0 === "data-manager/pipeline")) || (data0 === "data-table/pipeline")) || (data0 === "np6.notification/execution")) || (data0 === "if")) || (data0 === "match")) || (data0 === "sample")) || (data0 === "split")) || (data0 === "switch")) || (data0 === "wait.race")) || (data0 === "wait.all")) || (data0 === "conditionaltimeslots")) || (data0 === "data-explorer-v2.match")) || (data0 === "terminal"))){
(vErrors ??= []).push({});
errors++;
}
var valid2 = _errs1 === errors;
if(valid2){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"not",params:{},message:"must NOT be valid"});
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateUnknownWorkflowNode.errors = vErrors;
return errors === 0;
}
function validateWorkflowNode(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "publish" || data["type"] === "request" || data["type"] === "script" || data["type"] === "sendMail" || data["type"] === "sendSms" || data["type"] === "sms" || data["type"] === "sleep" || data["type"] === "wait" || data["type"] === "wait.kill" || data["type"] === "updateTarget" || data["type"] === "multipleslots" || data["type"] === "sendpushapp" || data["type"] === "data-manager/pipeline" || data["type"] === "data-table/pipeline" || data["type"] === "np6.notification/execution" || data["type"] === "if" || data["type"] === "match" || data["type"] === "sample" || data["type"] === "split" || data["type"] === "switch" || data["type"] === "wait.race" || data["type"] === "wait.all" || data["type"] === "conditionaltimeslots" || data["type"] === "data-explorer-v2.match" || data["type"] === "terminal")){
if(!(validateKnownWorkflowNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateKnownWorkflowNode.errors : vErrors.concat(validateKnownWorkflowNode.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (typeof data["type"] == "string")){
if(!(validateUnknownWorkflowNode(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateUnknownWorkflowNode.errors : vErrors.concat(validateUnknownWorkflowNode.errors);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{},message:"must be object"});
errors++;
}
validateWorkflowNode.errors = vErrors;
return errors === 0;
}
function validateTaskScheduler(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.id !== undefined){
if(typeof data.id !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.timeZone !== undefined){
let data0 = data.timeZone;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/timeZone",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
if(data.minute !== undefined){
if(typeof data.minute !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/minute",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.hour !== undefined){
if(typeof data.hour !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/hour",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.dayOfMonth !== undefined){
if(typeof data.dayOfMonth !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/dayOfMonth",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.month !== undefined){
if(typeof data.month !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/month",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.dayOfWeek !== undefined){
if(typeof data.dayOfWeek !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/dayOfWeek",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateTaskScheduler.errors = vErrors;
return errors === 0;
}
function validateTaskProvider(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.value !== undefined){
let data0 = data.value;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
if(data.projection !== undefined){
let data0 = data.projection;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/projection",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateTaskProvider.errors = vErrors;
return errors === 0;
}
function validateWorkflowTask(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
if(typeof data.id !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.schedulers !== undefined){
let data0 = data.schedulers;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validateTaskScheduler(data0[i0], {instancePath:instancePath+"/schedulers/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateTaskScheduler.errors : vErrors.concat(validateTaskScheduler.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/schedulers",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
if(data.provider !== undefined){
if(!(validateTaskProvider(data.provider, {instancePath:instancePath+"/provider",parentData:data,parentDataProperty:"provider",rootData}))){
vErrors = vErrors === null ? validateTaskProvider.errors : vErrors.concat(validateTaskProvider.errors);
errors = vErrors.length;
}
}
if(data.handler !== undefined){
if(typeof data.handler !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/handler",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWorkflowTask.errors = vErrors;
return errors === 0;
}
function validateWorkflow(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
let data0 = data.id;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "integer"},message:"must be integer"});
errors++;
}
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"});
errors++;
}
if(data0 < -2147483648 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"minimum",params:{comparison: ">=", limit: -2147483648},message:"must be >= -2147483648"});
errors++;
}
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.state !== undefined){
let data0 = data.state;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
(vErrors ??= []).push({instancePath:instancePath+"/state",keyword:"type",params:{type: "integer"},message:"must be integer"});
errors++;
}
if(!((data0 === 0) || (data0 === 1))){
(vErrors ??= []).push({instancePath:instancePath+"/state",keyword:"enum",params:{},message:"must be one of 0, 1"});
errors++;
}
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/state",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"});
errors++;
}
if(data0 < -2147483648 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/state",keyword:"minimum",params:{comparison: ">=", limit: -2147483648},message:"must be >= -2147483648"});
errors++;
}
}
}
if(data.creationDate !== undefined){
let data0 = data.creationDate;
if(typeof data0 === "string"){
if(!(formats_184d461e.test(data0))){
(vErrors ??= []).push({instancePath:instancePath+"/creationDate",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/creationDate",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.updateDate !== undefined){
let data0 = data.updateDate;
if(typeof data0 === "string"){
if(!(formats_184d461e.test(data0))){
(vErrors ??= []).push({instancePath:instancePath+"/updateDate",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/updateDate",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.scripting !== undefined){
if(!(validateScripting(data.scripting, {instancePath:instancePath+"/scripting",parentData:data,parentDataProperty:"scripting",rootData}))){
vErrors = vErrors === null ? validateScripting.errors : vErrors.concat(validateScripting.errors);
errors = vErrors.length;
}
}
if(data.settings !== undefined){
let data0 = data.settings;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/settings",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
if(data.listeners !== undefined){
let data0 = data.listeners;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validateWorkflowListener(data0[i0], {instancePath:instancePath+"/listeners/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateWorkflowListener.errors : vErrors.concat(validateWorkflowListener.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/listeners",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
if(data.capping !== undefined){
let data0 = data.capping;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validateWorkflowCapping(data0[i0], {instancePath:instancePath+"/capping/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateWorkflowCapping.errors : vErrors.concat(validateWorkflowCapping.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/capping",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
if(data.nodes !== undefined){
let data0 = data.nodes;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validateWorkflowNode(data0[i0], {instancePath:instancePath+"/nodes/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateWorkflowNode.errors : vErrors.concat(validateWorkflowNode.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/nodes",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
if(data.tasks !== undefined){
let data0 = data.tasks;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validateWorkflowTask(data0[i0], {instancePath:instancePath+"/tasks/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateWorkflowTask.errors : vErrors.concat(validateWorkflowTask.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tasks",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateWorkflow.errors = vErrors;
return errors === 0;
}
function validateIdReceiver(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.value === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"});
errors++;
}
if(data.type !== undefined){
if("id" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"id\""});
errors++;
}
}
if(data.value !== undefined){
if(typeof data.value !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateIdReceiver.errors = vErrors;
return errors === 0;
}
function validateUnicityReceiver(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.value === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"});
errors++;
}
if(data.type !== undefined){
if("unicity" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"unicity\""});
errors++;
}
}
if(data.value !== undefined){
let data0 = data.value;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/value/" + i0,keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateUnicityReceiver.errors = vErrors;
return errors === 0;
}
function validateHashReceiver(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.value === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"});
errors++;
}
if(data.type !== undefined){
if("hash" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"hash\""});
errors++;
}
}
if(data.value !== undefined){
if(typeof data.value !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateHashReceiver.errors = vErrors;
return errors === 0;
}
function validateFootprintReceiver(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("footprint" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"footprint\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateFootprintReceiver.errors = vErrors;
return errors === 0;
}
function validateKnownReceiver(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "id")){
if(!(validateIdReceiver(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateIdReceiver.errors : vErrors.concat(validateIdReceiver.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "unicity")){
if(!(validateUnicityReceiver(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateUnicityReceiver.errors : vErrors.concat(validateUnicityReceiver.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "hash")){
if(!(validateHashReceiver(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateHashReceiver.errors : vErrors.concat(validateHashReceiver.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "footprint")){
if(!(validateFootprintReceiver(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateFootprintReceiver.errors : vErrors.concat(validateFootprintReceiver.errors);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(!((((data0 === "id") || (data0 === "unicity")) || (data0 === "hash")) || (data0 === "footprint"))){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"enum",params:{},message:"must be one of \"id\", \"unicity\", \"hash\", \"footprint\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{},message:"must be object"});
errors++;
}
validateKnownReceiver.errors = vErrors;
return errors === 0;
}
function validateUnknownReceiver(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
const _errs0 = errors;
const _errs1 = errors;
if(!((((data0 === "id") || (data0 === "unicity")) || (data0 === "hash")) || (data0 === "footprint"))){
(vErrors ??= []).push({});
errors++;
}
var valid1 = _errs1 === errors;
if(valid1){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"not",params:{},message:"must NOT be valid"});
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateUnknownReceiver.errors = vErrors;
return errors === 0;
}
function validateReceiver(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "id" || data["type"] === "unicity" || data["type"] === "hash" || data["type"] === "footprint")){
if(!(validateKnownReceiver(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateKnownReceiver.errors : vErrors.concat(validateKnownReceiver.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (typeof data["type"] == "string")){
if(!(validateUnknownReceiver(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateUnknownReceiver.errors : vErrors.concat(validateUnknownReceiver.errors);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{},message:"must be object"});
errors++;
}
validateReceiver.errors = vErrors;
return errors === 0;
}
function validateResolution(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key !== undefined){
if(typeof data.key !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/key",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.value !== undefined){
let data0 = data.value;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateResolution.errors = vErrors;
return errors === 0;
}
function validateDebug(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"});
errors++;
}
if(data.version !== undefined){
if(typeof data.version !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/version",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.id !== undefined){
if(typeof data.id !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.ttl !== undefined){
let data0 = data.ttl;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
(vErrors ??= []).push({instancePath:instancePath+"/ttl",keyword:"type",params:{type: "integer"},message:"must be integer"});
errors++;
}
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/ttl",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"});
errors++;
}
if(data0 < -2147483648 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/ttl",keyword:"minimum",params:{comparison: ">=", limit: -2147483648},message:"must be >= -2147483648"});
errors++;
}
}
}
if(data.nodes !== undefined){
let data0 = data.nodes;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/nodes/" + i0,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/nodes",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateDebug.errors = vErrors;
return errors === 0;
}
function validateStamp(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.time !== undefined){
let data0 = data.time;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
(vErrors ??= []).push({instancePath:instancePath+"/time",keyword:"type",params:{type: "integer"},message:"must be integer"});
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!(formats_f16e24a5.test(data0))){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"format",params:{format: "uuid"},message:"must match format \""+"uuid"+"\""});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.thread !== undefined){
let data0 = data.thread;
if(typeof data0 === "string"){
if(!(formats_f16e24a5.test(data0))){
(vErrors ??= []).push({instancePath:instancePath+"/thread",keyword:"format",params:{format: "uuid"},message:"must match format \""+"uuid"+"\""});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/thread",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.set !== undefined){
let data0 = data.set;
if(typeof data0 === "string"){
if(!(formats_f16e24a5.test(data0))){
(vErrors ??= []).push({instancePath:instancePath+"/set",keyword:"format",params:{format: "uuid"},message:"must match format \""+"uuid"+"\""});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/set",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateStamp.errors = vErrors;
return errors === 0;
}
function validateExecution(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
if(typeof data.id !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.receiver !== undefined){
if(!(validateReceiver(data.receiver, {instancePath:instancePath+"/receiver",parentData:data,parentDataProperty:"receiver",rootData}))){
vErrors = vErrors === null ? validateReceiver.errors : vErrors.concat(validateReceiver.errors);
errors = vErrors.length;
}
}
if(data.node !== undefined){
if(typeof data.node !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/node",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data.event !== undefined){
let data0 = data.event;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/event",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
if(data.state !== undefined){
let data0 = data.state;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/state",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
if(data.data !== undefined){
let data0 = data.data;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/data",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
if(data.variables !== undefined){
let data0 = data.variables;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/variables/" + i0,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/variables",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
if(data.resolutions !== undefined){
let data0 = data.resolutions;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validateResolution(data0[i0], {instancePath:instancePath+"/resolutions/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateResolution.errors : vErrors.concat(validateResolution.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/resolutions",keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
}
if(data.debug !== undefined){
if(!(validateDebug(data.debug, {instancePath:instancePath+"/debug",parentData:data,parentDataProperty:"debug",rootData}))){
vErrors = vErrors === null ? validateDebug.errors : vErrors.concat(validateDebug.errors);
errors = vErrors.length;
}
}
if(data.stamp !== undefined){
if(!(validateStamp(data.stamp, {instancePath:instancePath+"/stamp",parentData:data,parentDataProperty:"stamp",rootData}))){
vErrors = vErrors === null ? validateStamp.errors : vErrors.concat(validateStamp.errors);
errors = vErrors.length;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateExecution.errors = vErrors;
return errors === 0;
}
function validateExecutionResultBase(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.flow !== undefined){
let data0 = data.flow;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/flow",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateExecutionResultBase.errors = vErrors;
return errors === 0;
}
function validateSuccessfulExecutionResult(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateExecutionResultBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateExecutionResultBase.errors : vErrors.concat(validateExecutionResultBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("success" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"success\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateSuccessfulExecutionResult.errors = vErrors;
return errors === 0;
}
function validateFailedExecutionResult(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateExecutionResultBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateExecutionResultBase.errors : vErrors.concat(validateExecutionResultBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if("error" !== data.type){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"const",params:{},message:"must be \"error\""});
errors++;
}
}
if(data.value !== undefined){
let data0 = data.value;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.type !== undefined){
if(typeof data0.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/value/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
if(data0.recipient !== undefined){
let data1 = data0.recipient;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/value/recipient",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/value",keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateFailedExecutionResult.errors = vErrors;
return errors === 0;
}
function validateKnownExecutionResult(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "success")){
if(!(validateSuccessfulExecutionResult(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateSuccessfulExecutionResult.errors : vErrors.concat(validateSuccessfulExecutionResult.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "error")){
if(!(validateFailedExecutionResult(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateFailedExecutionResult.errors : vErrors.concat(validateFailedExecutionResult.errors);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(!((data0 === "success") || (data0 === "error"))){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"enum",params:{},message:"must be one of \"success\", \"error\""});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{},message:"must be object"});
errors++;
}
validateKnownExecutionResult.errors = vErrors;
return errors === 0;
}
function validateUnknownExecutionResult(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validateExecutionResultBase(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateExecutionResultBase.errors : vErrors.concat(validateExecutionResultBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
const _errs0 = errors;
const _errs1 = errors;
if(!((data0 === "success") || (data0 === "error"))){
(vErrors ??= []).push({});
errors++;
}
var valid2 = _errs1 === errors;
if(valid2){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"not",params:{},message:"must NOT be valid"});
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"},message:"must be object"});
errors++;
}
validateUnknownExecutionResult.errors = vErrors;
return errors === 0;
}
function validateExecutionResult(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((data && typeof data == "object" && !Array.isArray(data)) && (data["type"] === "success" || data["type"] === "error")){
if(!(validateKnownExecutionResult(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateKnownExecutionResult.errors : vErrors.concat(validateKnownExecutionResult.errors);
errors = vErrors.length;
}
}
else if((data && typeof data == "object" && !Array.isArray(data)) && (typeof data["type"] == "string")){
if(!(validateUnknownExecutionResult(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateUnknownExecutionResult.errors : vErrors.concat(validateUnknownExecutionResult.errors);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"});
errors++;
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/type",keyword:"type",params:{type: "string"},message:"must be string"});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{},message:"must be object"});
errors++;
}
validateExecutionResult.errors = vErrors;
return errors === 0;
}
function validateExecuteWorkflowBatchRequest(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validateExecution(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateExecution.errors : vErrors.concat(validateExecution.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
validateExecuteWorkflowBatchRequest.errors = vErrors;
return errors === 0;
}
function validateExecuteWorkflowBatchResponse(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validateExecutionResult(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateExecutionResult.errors : vErrors.concat(validateExecutionResult.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
validateExecuteWorkflowBatchResponse.errors = vErrors;
return errors === 0;
}
function validateGetWorkflowNodesResponse(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validateWorkflowNode(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateWorkflowNode.errors : vErrors.concat(validateWorkflowNode.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
validateGetWorkflowNodesResponse.errors = vErrors;
return errors === 0;
}
function validateGetWorkflowCappingResponse(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validateWorkflowCapping(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateWorkflowCapping.errors : vErrors.concat(validateWorkflowCapping.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
validateGetWorkflowCappingResponse.errors = vErrors;
return errors === 0;
}
function validateGetWorkflowListenersResponse(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validateWorkflowListener(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateWorkflowListener.errors : vErrors.concat(validateWorkflowListener.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
validateGetWorkflowListenersResponse.errors = vErrors;
return errors === 0;
}
function validateGetWorkflowTasksResponse(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validateWorkflowTask(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateWorkflowTask.errors : vErrors.concat(validateWorkflowTask.errors);
errors = vErrors.length;
}
if(errors >= 20){
break;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "array"},message:"must be array"});
errors++;
}
validateGetWorkflowTasksResponse.errors = vErrors;
return errors === 0;
}
