declare module "@generated/*?url" {
  const url: string;
  export default url;
}
