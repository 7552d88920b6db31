// What a query costs before it is run. Documented rules: a scalar or enum 0, an object 1, a mutation 10, a connection
// sized by first and last (here 2 and its objects), an interface or union its dearest selection.
// https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits. The real host has lately charged less for
// long pages; who stays under these figures stays under those.
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const CONNECTION_BASE = 2;
const MUTATION = 10;

/** A type name that pages: `OrderConnection`. */
export const isConnection = (typeName: string): boolean => typeName.endsWith('Connection');

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The requested cost of one operation of a document that has passed validation. */
export function requestedCost(walk: Walk, operation: OperationDefinitionNode): number {
  const root = walk.schema.getRootType(operation.operation);
  if (root == null) return 0;
  const base = operation.operation === OperationTypeNode.MUTATION ? operation.selectionSet.selections.length * MUTATION : 0;
  return base + selectionCost(walk, operation.selectionSet, root);
}

function selectionCost(walk: Walk, set: SelectionSetNode, type: GraphQLCompositeType): number {
  // Equal response names are one field; the dearest spelling of it counts.
  const own = new Map<string, number>();
  const branches: number[] = [];
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      own.set(name, Math.max(own.get(name) ?? 0, fieldCost(walk, selection, type)));
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition === undefined ? type : walk.schema.getType(fragment.typeCondition.name.value);
    if (!isCompositeType(condition)) continue;
    const cost = selectionCost(walk, fragment.selectionSet, condition);
    if (isAbstractType(type) && isObjectType(condition)) branches.push(cost);
    else own.set(`...${own.size}`, cost);
  }
  let sum = Math.max(0, ...branches);
  for (const cost of own.values()) sum += cost;
  return sum;
}

function fieldCost(walk: Walk, field: FieldNode, parent: GraphQLCompositeType): number {
  if (!('getFields' in parent) || field.selectionSet === undefined) return 0;
  const definition = parent.getFields()[field.name.value];
  if (definition === undefined) return 0;
  const type = getNamedType(definition.type);
  if (isLeafType(type) || !isCompositeType(type)) return 0;
  const children = selectionCost(walk, field.selectionSet, type);
  if (isConnection(type.name)) return CONNECTION_BASE + pageSize(walk, field) * children;
  if (type.name === 'PageInfo' || type.name.endsWith('Edge')) return children;
  return 1 + children;
}

function pageSize(walk: Walk, field: FieldNode): number {
  let size = 1;
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== 'first' && argument.name.value !== 'last') continue;
    if (argument.value.kind === Kind.INT) size = Number(argument.value.value);
    if (argument.value.kind === Kind.VARIABLE) {
      const given = walk.variables[argument.value.name.value];
      if (typeof given === 'number') size = given;
    }
  }
  return Math.max(0, size);
}
